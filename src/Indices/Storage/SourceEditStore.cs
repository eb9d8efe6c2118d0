using System.Data;
using Dapper;
using Indices.Methodology;
using Indices.Sources;
using Microsoft.Data.Sqlite;

namespace Indices.Storage;

internal sealed class SourceEditStore(Database database) : ISourceEditReader, ISourceEditWriter
{
    private const string Columns = "id, source, content, reason, done_by, done_at";

    public Task<IReadOnlyList<SourceEdit>> Edits(string source, CancellationToken cancellation = default) => database.Read<IReadOnlyList<SourceEdit>>(
        c => c.List($"SELECT {Columns} FROM source_edit WHERE source = @source ORDER BY id DESC", new { source }, Edit), cancellation);

    public Task Add(SourceEdit edit, CancellationToken cancellation = default) => database.Write(c =>
    {
        var set = DefinitionRows.NewestSet(c)
            ?? throw new InvalidOperationException("还没有载入任何定义。Nothing is defined yet.");
        var inForce = InForce(c);
        if (edit.Text is null && inForce.Find(e => e.Source == edit.Source) is not { Text: not null })
            throw new InvalidOperationException("该来源没有在控制台改过。This source has not been changed in the console.");
        // The change is in force at once, so what breaks a rule must not get that far.
        _ = DefinitionSet.Parse(DefinitionRows.Files(c, set), [.. inForce.Where(e => e.Source != edit.Source), edit]);
        return c.Add("source_edit", new()
        {
            ["source"] = edit.Source,
            ["content"] = edit.Text,
            ["reason"] = edit.Reason,
            ["done_by"] = edit.By,
            ["done_at"] = Texts.Of(edit.At),
        });
    }, cancellation);

    /// <summary>The newest of each source, in the order in which they were made.</summary>
    internal static List<SourceEdit> InForce(SqliteConnection connection) => connection.List(
        $"SELECT {Columns} FROM source_edit WHERE id IN (SELECT MAX(id) FROM source_edit GROUP BY source) ORDER BY id", null, Edit);

    /// <summary>Id of the newest of all; 0 before the first.</summary>
    internal static long Newest(SqliteConnection connection) => connection.ExecuteScalar<long>("SELECT COALESCE(MAX(id), 0) FROM source_edit");

    private static SourceEdit Edit(IDataRecord r) => new(r.GetInt64(0), r.GetString(1), r.TextOrNull(2), r.GetString(3), r.GetString(4), r.Instant(5));
}
