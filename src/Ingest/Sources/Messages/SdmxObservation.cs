using System.Globalization;
using System.Text.RegularExpressions;
using Indices.Sources;

namespace Ingest.Sources.Messages;

/// <summary>One observation of an SDMX message with everything that is known of it, by the ids of dimensions and attributes.</summary>
internal sealed partial class SdmxObservation(int row, IReadOnlyDictionary<string, string> parts, string value)
{
    private const string Time = "TIME_PERIOD";
    private const string Status = "OBS_STATUS";
    private const string Multiplier = "UNIT_MULT";

    /// <summary>States the value for every series of the source whose key it has.</summary>
    internal void AddTo(MessageRows rows, Source source)
    {
        foreach (var series in source.Series.Where(Fits))
        {
            if (Unit(series.Unit ?? source.Unit) is { } unit)
                rows.Add(series with { Unit = unit.Length > 0 ? unit : null }, new MessageValue(
                    row, new MessageField(Time, Period(parts.GetValueOrDefault(Time, ""))), new MessageField("OBS_VALUE", Plain(value)),
                    new MessageField(Status, parts.GetValueOrDefault(Status, "")), ""));
            else
                rows.Refuse(new RowFault(row, Multiplier, parts[Multiplier],
                    "数值有数量级，来源却没有注明单位（“unit”），不能换算。", "The value has a multiplier but the source names no 'unit', so it cannot be converted."));
        }
    }

    private bool Fits(SourceSeries series) => series.Key.All(k => parts.GetValueOrDefault(k.Key) == k.Value);

    // NaN marks a missing value in messages that must have a number there.
    private static string Plain(string value) => value is "NaN" ? "" : value;

    /// <summary>The source's unit times what UNIT_MULT says; null when that cannot be told.</summary>
    private string? Unit(string? unit) => parts.GetValueOrDefault(Multiplier, "") switch
    {
        "" or "0" => unit ?? "",
        "3" when unit is not null => "千" + unit,
        "4" when unit is not null => "万" + unit,
        "6" when unit is not null => "百万" + unit,
        "8" when unit is not null => "亿" + unit,
        "12" when unit is not null => "万亿" + unit,
        _ => null,
    };

    /// <summary>2024-M09 and 2024-A1 are 2024-09 and 2024.</summary>
    private static string Period(string text) => Reporting().Match(text) is not { Success: true } found ? text
        : found.Groups["kind"].Value == "A" ? found.Groups["year"].Value
        : string.Create(CultureInfo.InvariantCulture, $"{found.Groups["year"].Value}-{found.Groups["part"].Value.PadLeft(2, '0')}");

    [GeneratedRegex(@"\A(?<year>[0-9]{4})-(?:(?<kind>A)1|(?<kind>M)(?<part>[0-9]{1,2}))\z", RegexOptions.CultureInvariant)]
    private static partial Regex Reporting();
}
