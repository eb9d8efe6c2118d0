using System.Collections.Immutable;
using Indices.Calculation;
using Indices.Methodology;
using Indices.Observations;
using Indices.Time;

namespace TestSupport;

/// <summary>Small methodologies and snapshots in a few words, for laws that hold for any index.</summary>
public static class TestIndex
{
    public const string City = "000001";

    public static Catalogue EmptyCatalogue { get; } = new([], [], [], "");

    /// <summary>Late enough for everything to be known.</summary>
    public static Vintage Later { get; } = new(new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero));

    public static ReleaseRule Release(int lagDays) => new(lagDays, null, new TimeOnly(10, 0), "Asia/Shanghai");

    public static Indicator Indicator(string code, string weight = "1", double worst = 0, double best = 100) => new(
        code, new(code, code), Weight(weight), "", "", Frequency.Quarterly, true,
        best > worst ? Direction.Positive : Direction.Negative, "", [], [new(TransformKind.Level)], GoalpostScale.Linear,
        new(worst, null), new(best, null), "R2", false, 2, 30, Alignment.Native, false, null, null, null);

    public static IndexGroup Group(string code, string weight, Aggregation aggregation, params IndexNode[] children) =>
        new(code, new(code, code), Weight(weight), aggregation, [.. children]);

    /// <summary>Base 2022 = 100, scores 60 + 40 g within −1 and 2, no release rule.</summary>
    public static IndexMethodology OfTree(IndexGroup root, Frequency frequency = Frequency.Quarterly, string version = "1.0.0") => new(
        root.Code, version, null, null, null, root.Name, "", frequency, [], [], root,
        new BaseRule(Period.OfYear(2022), 100), new Normalisation(60, 40, -1, 2), new CoverageRule(0.8, 0.5, 0.9, 1e-9),
        new Rounding(2, 2), 5, null, null, null, "");

    /// <summary>An index of one pillar with the given indicators in equal weights.</summary>
    public static IndexMethodology OfIndicators(params Indicator[] indicators) => OfTree(
        Group("TEST", "1", Aggregation.Geometric, Group("P", "1", Aggregation.Arithmetic,
            [.. indicators.Select(i => i with { Weight = Weight($"1/{indicators.Length}") })])));

    public static IndexResult Calculate(IndexMethodology methodology, Snapshot snapshot, string last, FrozenParameters? frozen = null) =>
        IndexCalculator.Calculate(new([methodology], EmptyCatalogue, snapshot, City, Period.Parse(last), frozen ?? FrozenParameters.None));

    public static Snapshot Known(params IEnumerable<Observation> observations) => new(Later, observations);

    /// <summary>Consecutive values from a period on; null leaves a gap.</summary>
    public static IEnumerable<Observation> Values(string code, string first, params double?[] values) =>
        values.Select((value, i) => (value, i)).Where(v => v.value is not null)
            .Select(v => Observed(code, Period.Parse(first).Plus(v.i), v.value!.Value));

    /// <param name="known">When it became known; the day after the period ends when null.</param>
    public static Observation Observed(
        string code, Period period, double? value, string measure = Measures.Value, DateTimeOffset? known = null,
        ObservationStatus status = ObservationStatus.A, Origin origin = Origin.Synthetic)
    {
        var vintage = new Vintage(known ?? new DateTimeOffset(period.End.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero));
        return new(new(code, measure, City, "", origin), period, value, status, vintage, vintage, "");
    }

    private static Weight Weight(string text) => Indices.Methodology.Weight.TryParse(text)!.Value;
}
