using Microsoft.Data.Sqlite;

namespace Indices.Storage;

/// <summary>The database could not take a change for a reason that staff can mend; nothing of the change is stored, and reading goes on.</summary>
public sealed class StorageException : IOException
{
    private const int Busy = 5;
    private const int Full = 13;

    private StorageException(string message, Exception inner) : base(message, inner)
    {
    }

    /// <summary>Null for failures that are nobody's to mend but ours.</summary>
    internal static StorageException? Of(SqliteException failure) => failure.SqliteErrorCode switch
    {
        Full => new("存储空间已满，未保存任何内容；腾出空间后请再试。The storage is full and nothing was saved; free some space and try again.", failure),
        Busy => new("数据库正被别的程序占用，未保存任何内容；请稍后再试。Another program holds the database and nothing was saved; try again later.", failure),
        _ => null,
    };
}
