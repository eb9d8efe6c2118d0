using Indices.Calculation.Targets;
using Indices.Methodology;
using Indices.Observations;
using Indices.Time;

namespace Indices.Tests.Calculation.Targets;

/// <summary>Targets of every kind, and snapshots to hold against them.</summary>
internal static class TargetBuilder
{
    internal const string Area = "990100";
    internal const string Code = "T-ONE";

    internal static readonly RatingRule Rating = new(1.0, 0.70, 0.90, 0.30, 1.02);

    internal static readonly Vintage Known = new(DateTimeOffset.UnixEpoch);
    internal static readonly Vintage Ever = new(new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero));

    internal static TargetSet Set(PolicyTarget target) => new(
        "document", "section", "sentence", new DateOnly(2025, 12, 31), new DateOnly(2023, 3, 1), new DateOnly(2026, 2, 28), Rating, [target], new string('e', 64));

    internal static PolicyTarget Target(
        TargetKind kind, double goal, Comparison comparison = Comparison.AtLeast, string unit = "亿元", bool isStock = true,
        Frequency frequency = Frequency.Annual, double? baseline = null, double? minimumPass = null, double? threshold = null) => new(
        Code, new LocalText("目标", null), unit, kind, comparison, goal, "sentence", isStock, frequency, "AG-ONE",
        new Baseline(Period.OfYear(2022), baseline, kind != TargetKind.Growth, null, []),
        kind switch
        {
            TargetKind.Level => RequiredPath.Geometric,
            TargetKind.Growth => RequiredPath.EachYear,
            _ => RequiredPath.Linear,
        },
        Code, minimumPass, kind == TargetKind.Around ? 2.0 : null, kind == TargetKind.Growth ? [2023, 2024, 2025] : [], threshold, 90, null);

    internal static Observation Value(
        string period, double value, string measure = Measures.Value, ObservationStatus status = ObservationStatus.A,
        string scope = "", Bound bound = Bound.None, Origin origin = Origin.Official, string code = Code) => new(
        new SeriesId(code, measure, Area, scope, origin), Period.Parse(period), value, status, Known, Known, new string('d', 64), bound);

    internal static TargetResult Evaluate(PolicyTarget target, string today, params IEnumerable<Observation> observations) =>
        TargetEvaluation.Evaluate(Set(target), target, new ObservationHistory(Ever, observations), Area, DateOnly.Parse(today, null));
}
