using System.Globalization;
using System.Text;

namespace Indices.Releases.Seals;

/// <summary>The published series as the tidy table whose hash is sealed. Its form is part of every seal and does not change.</summary>
/// <remarks>RFC 4180 in UTF-8 without a mark, lines ended by CR LF.</remarks>
public static class PublishedTable
{
    public const string Header = "index,period,node,value,status,coverage,methodology_version,reason";

    public static byte[] Write(ReleaseContent content)
    {
        var text = new StringBuilder(Header).Append("\r\n");
        foreach (var v in content.Values)
            text.AppendJoin(',', new[]
            {
                Cell(content.Version.Index), Cell(v.Period.ToString()), Cell(v.Node), v.Text, v.Status.ToString(),
                v.Coverage.ToString("R", CultureInfo.InvariantCulture), Cell(v.Version), Cell(v.Reason is null ? null : BilingualText.Both(v.Reason)),
            }).Append("\r\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string Cell(string? text) => SpreadsheetText.Neutral(text) is { } cell && cell.AsSpan().ContainsAny(",\"\r\n")
        ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
        : SpreadsheetText.Neutral(text) ?? "";
}
