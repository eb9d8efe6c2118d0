using Microsoft.Data.Sqlite;

namespace TestSupport;

/// <summary>Reads the history of job runs of a program that is running.</summary>
public static class JobRuns
{
    /// <summary>Runs started by the newest start of the program that have ended, of jobs whose names begin so.</summary>
    public static long EndedSinceLastStart(string databaseFile, string prefix)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = databaseFile, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT count(*) FROM job_run
            WHERE job LIKE @prefix || '%' AND trigger_kind = 'startup' AND outcome NOT IN ('Running', 'Interrupted')
              AND id > (SELECT max(id) FROM job_run WHERE job = 'load-definitions')
            """;
        command.Parameters.AddWithValue("@prefix", prefix);
        return (long)(command.ExecuteScalar() ?? 0L);
    }
}
