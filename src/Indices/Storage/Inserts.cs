using Dapper;
using Microsoft.Data.Sqlite;

namespace Indices.Storage;

/// <summary>Single rows with an identity.</summary>
internal static class Inserts
{
    /// <summary>Inserts a row and gives its new id.</summary>
    public static long Add(this SqliteConnection connection, string table, Dictionary<string, object?> columns) =>
        connection.QuerySingle<long>(
            $"INSERT INTO {table} ({string.Join(", ", columns.Keys)}) VALUES ({string.Join(", ", columns.Keys.Select(c => "@" + c))}) RETURNING id",
            columns);

    /// <summary>The id of the row with exactly these columns, none of which is null; it is added when there is none.</summary>
    public static (long Id, bool IsNew) FindOrAdd(this SqliteConnection connection, string table, Dictionary<string, object?> columns) =>
        connection.QuerySingleOrDefault<long?>(
            $"SELECT id FROM {table} WHERE {string.Join(" AND ", columns.Keys.Select(c => $"{c} = @{c}"))}", columns) is { } found
            ? (found, false) : (connection.Add(table, columns), true);
}
