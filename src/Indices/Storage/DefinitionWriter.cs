using Dapper;
using Indices.Methodology;
using Microsoft.Data.Sqlite;

namespace Indices.Storage;

internal sealed class DefinitionWriter(Database database) : IDefinitionWriter
{
    public Task<int> Accept(IReadOnlyList<DefinitionFile> files, DateTimeOffset at, CancellationToken cancellation = default) => database.Write(c =>
    {
        // A set that is stored comes into force at once, so what cannot be read must not get that far.
        _ = DefinitionSet.Parse(files, SourceEditStore.InForce(c));
        foreach (var file in files.Where(f => f.Kind == DefinitionKind.Methodology))
            RequireUnused(c, file);
        var current = DefinitionRows.NewestSet(c) is { } set ? DefinitionRows.Files(c, set) : [];
        if (current.SequenceEqual(files))
            return 0;
        AddSet(c, files, Texts.Of(at));
        return files.Except(current).Count();
    }, cancellation);

    private static void RequireUnused(SqliteConnection connection, DefinitionFile file)
    {
        const string used = "SELECT EXISTS (SELECT 1 FROM release_version WHERE index_code = @Code AND methodology_version = @Version)";
        if (DefinitionRows.Methodology(connection, file.Code, file.Version) is { } accepted
            && accepted.Sha256 != file.Sha256
            && connection.ExecuteScalar<bool>(used, new { file.Code, file.Version }))
            throw new MethodologyFileException(file.FileName, [new MethodologyFault(1,
                $"{file.Code} {file.Version} 版已用于发布，内容不能再改；请另立新版本。",
                $"Version {file.Version} of {file.Code} is used by a release and cannot change; make a new version.")]);
    }

    private static void AddSet(SqliteConnection connection, IReadOnlyList<DefinitionFile> files, string at)
    {
        var set = connection.Add("definition_set", new() { ["accepted_at"] = at });
        using var member = PreparedCommand.Insert(connection, "definition_set_member", "definition_set", "position", "definition");
        for (var position = 0; position < files.Count; position++)
            member.Execute(set, position, FindOrAdd(connection, files[position], at));
    }

    private static long FindOrAdd(SqliteConnection connection, DefinitionFile file, string at)
    {
        const string same = """
            SELECT id FROM definition
            WHERE kind = @kind AND code = @Code AND version = @Version AND file_name = @FileName AND sha256 = @Sha256
            """;
        return connection.QuerySingleOrDefault<long?>(same, new { kind = file.Kind.ToString(), file.Code, file.Version, file.FileName, file.Sha256 })
            ?? connection.Add("definition", new()
            {
                ["kind"] = file.Kind.ToString(),
                ["code"] = file.Code,
                ["version"] = file.Version,
                ["file_name"] = file.FileName,
                ["content"] = file.Text,
                ["sha256"] = file.Sha256,
                ["accepted_at"] = at,
            });
    }
}
