using System.Text.Json;

namespace Indices.Sources;

/// <summary>Names of kinds as files and addresses write them.</summary>
public static class SourceWords
{
    /// <summary>csv, tsv, xlsx, xls, json, nbs, sdmx-csv, sdmx-json, manual.</summary>
    public static string Of(SourceKind kind) => JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString());
}
