using System.Collections.Immutable;
using Indices.Calculation;
using Indices.Calculation.Targets;
using Indices.Methodology;
using Indices.Observations;
using Indices.Time;

namespace Dashboard.Tests.Fakes;

/// <summary>One target of each kind, and results that say where it stands.</summary>
internal static class SampleTargets
{
    public static PolicyTarget Level { get; } = Target("T1-LEVEL", "增加值", "Value added", "亿元", TargetKind.Level, Comparison.GreaterThan, 3000, false);
    public static PolicyTarget Count { get; } = Target("T2-COUNT", "上市公司数", "Listed companies", "家", TargetKind.Count, Comparison.GreaterThan, 400, true) with { MinimumPass = 401 };
    public static PolicyTarget Clusters { get; } = Target("T3-CLUSTERS", "产业集群", "Clusters", "个", TargetKind.CountSmall, Comparison.AtLeast, 3, true);
    public static PolicyTarget Share { get; } = Target("T4-SHARE", "直接融资占比", "Direct share", "%", TargetKind.Around, Comparison.Around, 30, false) with { Tolerance = 2 };
    public static PolicyTarget Growth { get; } = Target("T5-GROWTH", "贷款增长", "Loan growth", "%", TargetKind.Growth, Comparison.AtLeast, 20, true) with { Path = RequiredPath.EachYear, Years = [2023, 2024, 2025] };

    public static TargetSet Set(params PolicyTarget[] targets) => new(
        "样例〔2023〕2号", "一", "样例原文。", new DateOnly(2025, 12, 31), new DateOnly(2023, 3, 1), new DateOnly(2026, 2, 28),
        new RatingRule(1, 0.7, 0.9, 0.3, 1.02), [.. targets], new string('e', 64));

    public static TargetResult Standing(
        PolicyTarget target, TargetStatus status, double? current, double? path = null, FinalVerdict? verdict = null,
        Origin? origin = Origin.Official, int? yearsMet = null, params Warning[] notes) => new(
        target, status, current is null ? null : target.Goal / 2, current, current is null ? null : Period.OfYear(2024), ObservationStatus.A,
        target.MinimumPass ?? target.Goal, null, null, path, null, null, null, null, yearsMet, verdict, current is null ? null : origin,
        current is { } value ? [new(Period.OfYear(2023), value / 2, ObservationStatus.A), new(Period.OfYear(2024), value, ObservationStatus.P)] : [],
        [.. notes]);

    public static Observation Cited(string indicator, string scope, int year, double value, Bound bound = Bound.None, string area = "990100") => new(
        new SeriesId(indicator, Measures.Value, area, scope, Origin.Public), Period.OfYear(year), value, ObservationStatus.A,
        new Vintage(new DateTimeOffset(2025, 5, 22, 0, 0, 0, TimeSpan.Zero)), new Vintage(new DateTimeOffset(2025, 5, 22, 0, 0, 0, TimeSpan.Zero)),
        "hash", bound, new Citation("样例日报", "https://example.org/a", "A", "上市公司总数"));

    private static PolicyTarget Target(string code, string chinese, string english, string unit, TargetKind kind, Comparison comparison, double goal, bool isStock) => new(
        code, new LocalText(chinese, english), unit, kind, comparison, goal, chinese + "的目标", isStock, Frequency.Annual, "AG-ONE",
        new Baseline(Period.OfYear(2022), null, true, null, []), RequiredPath.Linear, code, null, null, [], null, 60, null);
}
