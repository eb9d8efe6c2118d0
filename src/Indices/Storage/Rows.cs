using System.Collections.Concurrent;
using System.Data;
using Dapper;
using Indices.Time;
using Microsoft.Data.Sqlite;

namespace Indices.Storage;

/// <summary>Reads rows by position, each column as the type that the program uses.</summary>
internal static class Rows
{
    // A release or snapshot repeats a few hundred keys over many thousand rows, and only stored ones come here.
    private static readonly ConcurrentDictionary<string, Period> Periods = new(StringComparer.Ordinal);

    /// <summary>All rows of a query, each made into an object.</summary>
    public static List<T> List<T>(this SqliteConnection connection, string sql, object? parameters, Func<IDataRecord, T> read)
    {
        using var reader = connection.ExecuteReader(sql, parameters);
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(read(reader));
        return rows;
    }

    public static string? TextOrNull(this IDataRecord row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    public static long? IntegerOrNull(this IDataRecord row, int column) => row.IsDBNull(column) ? null : row.GetInt64(column);

    public static double Number(this IDataRecord row, int column) => Texts.Number(row.GetString(column));

    public static double? NumberOrNull(this IDataRecord row, int column) => row.IsDBNull(column) ? null : row.Number(column);

    public static Period Period(this IDataRecord row, int column) => Periods.GetOrAdd(row.GetString(column), Time.Period.Parse);

    public static Vintage Vintage(this IDataRecord row, int column) => Time.Vintage.Parse(row.GetString(column));

    public static DateTimeOffset Instant(this IDataRecord row, int column) => Texts.Instant(row.GetString(column));

    public static DateTimeOffset? InstantOrNull(this IDataRecord row, int column) => row.IsDBNull(column) ? null : row.Instant(column);

    public static T Name<T>(this IDataRecord row, int column) where T : struct, Enum => Enum.Parse<T>(row.GetString(column));
}
