using Indices.Methodology.Yaml;
using Indices.Observations;

namespace Indices.Sources;

/// <summary>Reads one series of a source.</summary>
internal sealed class SeriesReader(KnownCodes known, SourceKind kind)
{
    internal SourceSeries Read(Section s)
    {
        _ = s.Text("indicator");
        if (s.Has("key") && kind is not (SourceKind.SdmxCsv or SourceKind.SdmxJson or SourceKind.Nbs))
            s.Fault("key", "“key”只用于 sdmx-csv、sdmx-json 和 nbs。", "'key' is for sdmx-csv, sdmx-json and nbs.");
        if (s.Has("value") && kind != SourceKind.Json)
            s.Fault("value", "“value”只用于 json。", "'value' is for json.");
        return new SourceSeries(
            SourceReader.Borrowed(s, "indicator", known.Indicators, "指标、分母或目标序列", "Indicator, denominator or target series") ?? "",
            Measure(s), s.TextOrNull("label"), s.TextOrNull("scope"), SourceReader.Borrowed(s, "area", known.Areas, "地区", "Area"),
            s.TextOrNull("unit"), JsonShapeReader.Pointer(s, "value", false),
            [.. s.Pairs("key", (key, dimension) => key.Text(dimension)).Select(p => KeyValuePair.Create(p.Key, p.Value))]);
    }

    private static string Measure(Section s)
    {
        var measure = s.TextOrNull("measure") ?? Measures.Value;
        if (!Measures.All.Contains(measure))
            s.Fault("measure", $"“measure”的“{measure}”不是{string.Join('、', Measures.All)}之一。", $"'measure': '{measure}' is not one of {string.Join(", ", Measures.All)}.");
        return measure;
    }
}
