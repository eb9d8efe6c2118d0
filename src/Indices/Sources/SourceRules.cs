using Indices.Methodology.Yaml;

namespace Indices.Sources;

/// <summary>What the fields of one source ask of each other.</summary>
internal sealed class SourceRules(Section s, Source source)
{
    private static readonly SourceKind[] s_files = [SourceKind.Csv, SourceKind.Tsv, SourceKind.Xlsx, SourceKind.Xls];

    internal void Check()
    {
        CheckWay();
        if (source.Kind == SourceKind.Json != (source.Json is not null))
            s.Fault("json", "“json”只用于 kind: json，而且那里必填。", "'json' is for kind: json, and required there.");
        if (source.Cron is not null && !source.IsFetched)
            s.Fault("cron", "没有“address”，没有可抓取的内容，不需要“cron”。", "Without an 'address' there is nothing to fetch on a 'cron'.");
        if (source.Credentials is not null && !source.IsFetched)
            s.Fault("credentials", "“credentials”只用于有“address”的来源。", "'credentials' are for sources with an 'address'.");
        if (source.Series.IsEmpty && !s_files.Contains(source.Kind))
            s.Fault("series", $"kind: {SourceWords.Of(source.Kind)} 须列出“series”。", $"kind: {SourceWords.Of(source.Kind)} needs 'series'.");
        CheckSeries();
    }

    private void CheckWay()
    {
        if (source.Kind == SourceKind.Manual)
        {
            if (s.Has("inbox") || s.Has("address"))
                s.Fault("kind", "手工录入的来源没有“inbox”和“address”。", "A source typed in by hand has neither 'inbox' nor 'address'.");
        }
        else if (s_files.Contains(source.Kind))
        {
            if (!s.Has("inbox") && !s.Has("address"))
                s.Fault("kind", "须有“inbox”（文件名模式）或“address”。", "'inbox' (a pattern of file names) or 'address' is required.");
        }
        else if (!s.Has("address"))
        {
            _ = s.Text("address");
        }
    }

    private void CheckSeries()
    {
        foreach (var twice in source.Series.GroupBy(x => (x.Indicator, x.Measure, x.Area, x.Scope)).Where(g => g.Count() > 1))
            s.Fault("series", $"“{twice.Key.Indicator}”（{twice.Key.Measure}）列出了两次。", $"'{twice.Key.Indicator}' ({twice.Key.Measure}) is listed twice.");
        if (source.Json is { Value: null } && source.Series.Any(x => x.Value is null))
            s.Fault("json", "“json”没有“value”时，每个序列都须有自己的“value”。", "Without 'value' in 'json' every series needs a 'value' of its own.");
        if (source.Json is { Label: not null } && source.Series.Any(x => x.Label is null))
            s.Fault("json", "“json”有“label”时，每个序列都须有“label”。", "With 'label' in 'json' every series needs a 'label'.");
        if (source.Kind == SourceKind.Nbs && source.Series.Any(x => x.Label is null))
            s.Fault("series", "kind: nbs 的每个序列都须有“label”（指标代码）。", "kind: nbs: every series needs a 'label' (the indicator's code there).");
    }
}
