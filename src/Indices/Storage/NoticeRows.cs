using System.Data;
using Indices.Methodology;
using Indices.Releases;
using Microsoft.Data.Sqlite;

namespace Indices.Storage;

/// <summary>What people said of release versions; the newest row of a version counts.</summary>
internal static class NoticeRows
{
    public static void Add(SqliteConnection connection, long version, ReleaseNote note, string by, DateTimeOffset at) => connection.Add("release_notice", new()
    {
        ["release_version"] = version,
        ["kind"] = note.Kind.ToString(),
        ["reason"] = Text(note.Reason),
        ["wrong"] = Text(note.Notice?.Wrong),
        ["since"] = Text(note.Notice?.Since),
        ["changes"] = Text(note.Notice?.Changes),
        ["edited_by"] = by,
        ["edited_at"] = Texts.Of(at),
    });

    /// <summary>The notice in three columns from <paramref name="first"/> on.</summary>
    public static CorrectionNotice? Read(IDataRecord row, int first) => row.IsDBNull(first)
        ? null
        : new(Local(row.GetString(first)), Local(row.GetString(first + 1)), Local(row.GetString(first + 2)));

    // As BilingualText keeps it: Chinese on the first line, English on the second.
    private static string? Text(LocalText? text) => text is null ? null : $"{Line(text.Chinese)}\n{Line(text.English!)}";

    private static string Line(string text) => string.Join(' ', text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    private static LocalText Local(string kept) => new(BilingualText.In(kept, english: false), BilingualText.In(kept, english: true));
}
