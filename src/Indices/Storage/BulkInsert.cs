using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Indices.Storage;

/// <summary>An INSERT for a million rows: values are bound by place, which takes half the time of parameters with names.</summary>
/// <remarks>Belongs to the transaction that was open when it was made.</remarks>
internal sealed class BulkInsert : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly sqlite3_stmt _statement;
    private readonly (string? Text, long? Number)[] _bound;

    internal BulkInsert(SqliteConnection connection, string table, params string[] columns)
    {
        _connection = connection;
        _bound = new (string?, long?)[columns.Length];
        var sql = $"INSERT INTO {table} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", columns.Select(_ => "?"))})";
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(connection.Handle, sql, out _statement), connection.Handle);
    }

    /// <param name="place">1-based; null as long as nothing is bound to it.</param>
    internal void Bind(int place, long? value)
    {
        if (IsBound(place, null, value))
            return;
        Check(value is { } number ? raw.sqlite3_bind_int64(_statement, place, number) : raw.sqlite3_bind_null(_statement, place));
    }

    internal void Bind(int place, string? text)
    {
        if (IsBound(place, text, null))
            return;
        if (text is null)
        {
            Check(raw.sqlite3_bind_null(_statement, place));
            return;
        }
        const int few = 256;
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        Span<byte> bytes = most <= few ? stackalloc byte[few] : new byte[most];
        Check(raw.sqlite3_bind_text(_statement, place, bytes[..Encoding.UTF8.GetBytes(text, bytes)]));
    }

    /// <summary>Inserts a row of what is bound; the values stay bound.</summary>
    /// <exception cref="SqliteException">The row was refused.</exception>
    internal void Execute()
    {
        var result = raw.sqlite3_step(_statement);
        raw.sqlite3_reset(_statement);
        if (result != raw.SQLITE_DONE)
            SqliteException.ThrowExceptionForRC(result, _connection.Handle);
    }

    public void Dispose() => _statement.Dispose();

    /// <summary>Most columns of a row say what the row before said.</summary>
    private bool IsBound(int place, string? text, long? number)
    {
        if (ReferenceEquals(_bound[place - 1].Text, text) && _bound[place - 1].Number == number)
            return true;
        _bound[place - 1] = (text, number);
        return false;
    }

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK)
            SqliteException.ThrowExceptionForRC(result, _connection.Handle);
    }
}
