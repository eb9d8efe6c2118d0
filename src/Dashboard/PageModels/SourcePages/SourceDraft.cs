using System.Globalization;
using Indices.Methodology;
using Indices.Sources;

namespace Dashboard.PageModels.SourcePages;

/// <summary>A source as a form holds it: texts by the keys of <c>sources.yaml</c>, whatever was typed. Written out it is that file with one source, a key a line, so that the reader's faults find their fields.</summary>
internal sealed class SourceDraft
{
    /// <summary>Stands for the list of series in <see cref="FaultsOf"/>.</summary>
    internal const string SeriesField = "series";

    private static readonly string[] s_keys =
    [
        "code", "name_zh", "name_en", "kind", "agency", "inbox", "address", "area", "scope", "unit", "all_or_nothing", "cron", "due_lag_days",
        "contact", "credentials", "enabled",
    ];

    private static readonly string[] s_json = ["records", "period", "value", "label", "status"];

    private readonly Dictionary<string, string> _fields = new() { ["kind"] = "xlsx", ["all_or_nothing"] = "false", ["enabled"] = "true" };

    /// <summary>Every key has a text; empty is as left out. Those of <c>json</c> are called <c>json.records</c> and so on.</summary>
    internal string this[string key]
    {
        get => _fields.GetValueOrDefault(key, "");
        set => _fields[key] = value ?? "";
    }

    internal List<SeriesDraft> Series { get; } = [];

    internal bool IsJson => this["kind"] == SourceWords.Of(SourceKind.Json);

    internal static SourceDraft Of(Source source)
    {
        var draft = new SourceDraft
        {
            ["code"] = source.Code,
            ["name_zh"] = source.Name.Chinese,
            ["name_en"] = source.Name.English ?? "",
            ["kind"] = SourceWords.Of(source.Kind),
            ["agency"] = source.Agency,
            ["inbox"] = source.Inbox ?? "",
            ["address"] = source.Address?.OriginalString ?? "",
            ["area"] = source.Area,
            ["scope"] = source.Scope,
            ["unit"] = source.Unit ?? "",
            ["all_or_nothing"] = source.AllOrNothing ? "true" : "false",
            ["cron"] = source.Cron ?? "",
            ["due_lag_days"] = source.DueLagDays?.ToString(CultureInfo.InvariantCulture) ?? "",
            ["contact"] = source.Contact ?? "",
            ["credentials"] = source.Credentials ?? "",
            ["enabled"] = source.IsEnabled ? "true" : "false",
            ["json.records"] = source.Json?.Records ?? "",
            ["json.period"] = source.Json?.Period ?? "",
            ["json.value"] = source.Json?.Value ?? "",
            ["json.label"] = source.Json?.Label ?? "",
            ["json.status"] = source.Json?.Status ?? "",
        };
        draft.Series.AddRange(source.Series.Select(SeriesDraft.Of));
        return draft;
    }

    /// <summary>As <see cref="SourceEdit.Text"/>.</summary>
    internal string Text => string.Concat(Lines.Select(l => l.Text + "\n"));

    /// <summary>Faults in one language by the field that they are about: a key, <see cref="SeriesField"/>, or a row of the series.</summary>
    internal ILookup<string, string> FaultsOf(IEnumerable<MethodologyFault> faults, Language language)
    {
        var fields = Lines.Select(l => l.Field).ToList();
        return faults.ToLookup(f => fields[Math.Min(f.Line, fields.Count) - 1], f => language[f.Chinese, f.English]);
    }

    /// <summary>Name in <see cref="FaultsOf"/> of a row of the series.</summary>
    internal static string RowField(SeriesDraft row) => $"{SeriesField} {row.Id}";

    private IEnumerable<(string Text, string Field)> Lines =>
    [
        ("schema: sources/1", "code"),
        ("sources:", "code"),
        .. s_keys.Select((key, place) => ($"{(place == 0 ? "- " : "  ")}{key}: {Yaml.Quoted(this[key])}", key)),
        .. IsJson ? s_json.Select(key => ($"    {key}: {Yaml.Quoted(this["json." + key])}", "json." + key)).Prepend(("  json:", "json.records")) : [],
        ("  series:", SeriesField),
        .. Series.Where(s => !s.IsEmpty).Select(s => ("  - " + s.Line, RowField(s))),
    ];
}
