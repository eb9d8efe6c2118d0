using System.Data;
using Dapper;
using Indices.Methodology;
using Microsoft.Data.Sqlite;

namespace Indices.Storage;

/// <summary>Turns rows of the definition tables into files.</summary>
internal static class DefinitionRows
{
    private const string Columns = "d.kind, d.code, d.version, d.file_name, d.content, d.sha256";

    /// <summary>Id of the set in force, or null before the first.</summary>
    public static long? NewestSet(SqliteConnection connection) => connection.ExecuteScalar<long?>("SELECT MAX(id) FROM definition_set");

    /// <summary>The files of a set in the order in which they were accepted.</summary>
    public static List<DefinitionFile> Files(SqliteConnection connection, long set) => connection.List($"""
        SELECT {Columns} FROM definition_set_member m JOIN definition d ON d.id = m.definition
        WHERE m.definition_set = @set ORDER BY m.position
        """, new { set }, Read);

    /// <summary>A methodology version as accepted last, in force or not.</summary>
    public static DefinitionFile? Methodology(SqliteConnection connection, string code, string version) => connection.List($"""
        SELECT {Columns} FROM definition d JOIN definition_set_member m ON m.definition = d.id
        WHERE d.kind = @kind AND d.code = @code AND d.version = @version
        ORDER BY m.definition_set DESC LIMIT 1
        """, new { kind = nameof(DefinitionKind.Methodology), code, version }, Read).SingleOrDefault();

    private static DefinitionFile Read(IDataRecord r) => new(
        r.Name<DefinitionKind>(0), r.GetString(1), r.GetString(2), r.GetString(3), r.GetString(4), r.GetString(5));
}
