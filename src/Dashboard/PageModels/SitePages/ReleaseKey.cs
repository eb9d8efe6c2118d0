using System.Globalization;
using System.Text.RegularExpressions;
using Indices.Releases;
using Indices.Time;

namespace Dashboard.PageModels.SitePages;

/// <summary>A version of a period as addresses name it: 2025-Q3v2.</summary>
public readonly partial record struct ReleaseKey(Period Period, int Number)
{
    public static ReleaseKey Of(ReleaseVersion version) => new(version.Period, version.Number);

    /// <summary>Null when the text names no version.</summary>
    public static ReleaseKey? TryParse(string? text) =>
        Written().Match(text ?? "") is { Success: true } match && Period.TryParse(match.Groups[1].Value) is { } period
            ? new(period, int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture))
            : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Period}v{Number}");

    [GeneratedRegex(@"^(.{4,10})v([1-9][0-9]{0,4})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Written();
}
