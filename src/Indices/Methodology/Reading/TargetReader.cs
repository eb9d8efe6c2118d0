using System.Collections.Immutable;
using Indices.Methodology.Yaml;
using Indices.Time;

namespace Indices.Methodology.Reading;

/// <summary>Reads one policy target (methodology, section 13).</summary>
internal sealed class TargetReader(PolicyDocument policy, References references, Codes codes, Dictionary<string, int> lines)
{
    private static readonly Kind<TargetKind> s_kind = Kind.OneOf(
        ("level", TargetKind.Level), ("count", TargetKind.Count), ("count_small", TargetKind.CountSmall),
        ("around", TargetKind.Around), ("growth", TargetKind.Growth), ("rank", TargetKind.Rank));
    private static readonly Kind<Comparison> s_comparison = Kind.OneOf(
        ("gt", Comparison.GreaterThan), ("ge", Comparison.AtLeast), ("around", Comparison.Around), ("le", Comparison.AtMost));
    private static readonly Kind<RequiredPath> s_path = Kind.OneOf(
        ("geometric", RequiredPath.Geometric), ("linear", RequiredPath.Linear), ("each_year", RequiredPath.EachYear));

    /// <summary>How a count is forecast, and so whether it ever falls.</summary>
    private static readonly Kind<bool> s_countModel = Kind.OneOf(
        ("gamma_poisson", true), ("gamma_poisson_new_listings", true), ("net_births_random_walk", false));

    /// <summary>A period stands for its last day.</summary>
    private static readonly Kind<DateOnly> s_day = new(
        text => Kind.Date.Read(text) ?? Period.TryParse(text)?.End, "日期或期间（2025-12-31、2025）", "a date or a period such as 2025-12-31 or 2025");

    internal PolicyTarget Read(Section s)
    {
        s.Recorded("direction", "tolerance_source", "yoy_source", "secondary");
        var code = s.Code("code");
        codes.Add(code, s.LineOf("code"));
        var sentence = s.Text("sentence");
        policy.Check(s, "sentence", sentence);
        var kind = s.Value("kind", s_kind);
        var comparison = s.Value("operator", s_comparison);
        if ((kind == TargetKind.Around) != (comparison == Comparison.Around))
            s.Fault("operator", "around 的目标用 around 比较，其他目标不用。", "A target of kind around compares by around, and no other does.");
        if (kind == TargetKind.Rank && comparison != Comparison.AtMost)
            s.Fault("operator", "名次目标用 le 比较：名次越小越好。", "A rank compares by le: the smaller, the better.");
        var goal = s.Value("target", Kind.Number);
        return new(
            code, HeaderReader.Name(s, code), s.Text("unit"), kind, comparison, goal, sentence,
            s.Value("stock_flow", Kind.OneOf(("stock", true), ("flow", false))), s.Value("freq", Kind.Frequency),
            references.Agency(s, "source_agency", true), Baseline(s), s.Value("path", s_path), Indicator(s, code),
            MinimumPass(s, kind, comparison, goal), Tolerance(s, kind), Years(s, kind), s.ValueOrNull("threshold", Kind.PositiveNumber),
            s.Value("due_lag_days", Kind.Whole, UsualLag(s.ValueOrNull("freq", Kind.Frequency))), Note(s))
        {
            OwnDeadline = s.ValueOrNull("target_time", s_day),
            IsCumulative = s.Value("forecast", s_countModel, true),
            Events = Events(s, code),
            CumulatedSince = CumulatedSince(s),
            MemberMeasure = s.TextOrNull("sub_measure"),
        };
    }

    private string Indicator(Section s, string code)
    {
        var related = s.TextOrNull("related_indicator");
        if (related is not null)
            lines[$"indicator/{code}"] = s.LineOf("related_indicator");
        return related ?? code;
    }

    private string? Events(Section s, string code)
    {
        var events = s.TextOrNull("events_indicator");
        if (events is not null)
            lines[$"events/{code}"] = s.LineOf("events_indicator");
        return events;
    }

    /// <summary>Days by which statistics of a frequency are usually out, where the file does not say.</summary>
    private static int UsualLag(Frequency? frequency) => frequency switch
    {
        Frequency.Monthly => 18,
        Frequency.Quarterly => 45,
        _ => 150,
    };

    private static DateOnly? CumulatedSince(Section s)
    {
        const string words = "cumulative since ";
        return s.TextOrNull("alternate_reading") is { } reading && reading.StartsWith(words, StringComparison.Ordinal)
            && Kind.Date.Read(reading[words.Length..]) is { Month: 1, Day: 1 } since ? since : null;
    }

    private static double? MinimumPass(Section s, TargetKind kind, Comparison comparison, double goal)
    {
        if (kind is not (TargetKind.Count or TargetKind.CountSmall))
            return null;
        var smallest = comparison switch
        {
            Comparison.GreaterThan => Math.Floor(goal) + 1,
            Comparison.AtMost => Math.Floor(goal),
            _ => Math.Ceiling(goal),
        };
        var given = s.Value("min_pass", Kind.PositiveNumber, smallest);
        if (given != smallest)
            s.Fault("min_pass", $"“min_pass”应为 {smallest}。", $"'min_pass' must be {smallest}.");
        return smallest;
    }

    private static double? Tolerance(Section s, TargetKind kind) =>
        kind == TargetKind.Around ? s.Value("tolerance_pp", Kind.PositiveNumber) : null;

    private static ImmutableArray<int> Years(Section s, TargetKind kind)
    {
        var years = s.Values("years", Kind.PositiveWhole);
        if (kind == TargetKind.Growth && years.IsEmpty)
            s.Fault("years", "增长目标应列出目标年份。", "A growth target must list its years.");
        return years;
    }

    private static string? Note(Section s)
    {
        string?[] parts = [s.TextOrNull("note"), s.TextOrNull("measure"), s.TextOrNull("alternate_reading") is { } other ? $"alternate reading: {other}" : null];
        var given = parts.OfType<string>().ToList();
        return given.Count == 0 ? null : string.Join("; ", given);
    }

    private static Baseline Baseline(Section target) => target.In("baseline", s => new Baseline(
        s.Value("period", Kind.Period), s.ValueOrNull("value", Kind.Number),
        s.Value("status", Kind.OneOf(("to_be_loaded", true), ("loaded", true), ("not_applicable", false)), true),
        s.TextOrNull("note"),
        s.Each("reference_points", r => new ReferencePoint(
            r.Text("period"), r.ValueOrNull("value", Kind.Number), r.TextOrNull("fact"), r.TextOrNull("scope"), r.Text("source")))))
        ?? new(default, null, false, null, []);
}
