using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Indices.Methodology.Yaml;

namespace Indices.Methodology.Reading;

/// <summary>Reads the section <c>uncertainty</c> of a composite index.</summary>
internal static partial class UncertaintyReader
{
    private static readonly UncertaintyRule s_usual = new();
    private static readonly Kind<int> s_draws = Kind.PositiveWhole.Where(n => n is >= 100 and <= 1_000_000, "100 到 1000000 的整数", "a whole number from 100 to 1000000");
    private static readonly Kind<int> s_several = Kind.PositiveWhole.Where(n => n is >= 2 and <= 100_000, "2 到 100000 的整数", "a whole number from 2 to 100000");
    private static readonly Kind<double> s_wider = Kind.Number.Where(n => n is > 1 and <= 10, "大于 1、不超过 10 的数", "a number above 1, at most 10");
    private static readonly Kind<double> s_sigma = Kind.Number.Where(n => n is >= 0 and < 1.0 / 3.0, "0 到 1/3 的数", "a number from 0 to 1/3");
    private static readonly Kind<Span> s_uniform = new(ParseUniform, "均匀分布 U(0.75,1.25)，下界为正", "a uniform distribution such as U(0.75,1.25) with a positive lower bound");
    private static readonly Kind<NormalisationVariant> s_normalisation = Kind.OneOf(
        ("published", NormalisationVariant.Published), ("wider", NormalisationVariant.Wider), ("log", NormalisationVariant.Log), ("base_ratio", NormalisationVariant.BaseRatio));
    private static readonly Kind<AggregationVariant> s_aggregation = Kind.OneOf(
        ("published", AggregationVariant.Published), ("arithmetic", AggregationVariant.Arithmetic), ("geometric", AggregationVariant.Geometric));
    private static readonly Kind<ImputationVariant> s_imputation = Kind.OneOf(
        ("published", ImputationVariant.Published), ("carry_forward", ImputationVariant.CarryForward),
        ("class_mean", ImputationVariant.ClassMean), ("linear_trend", ImputationVariant.LinearTrend));
    private static readonly Kind<UncertaintyGroup> s_group = Kind.OneOf(
        ("weights", UncertaintyGroup.Weights), ("normalisation", UncertaintyGroup.Normalisation), ("aggregation", UncertaintyGroup.Aggregation),
        ("imputation", UncertaintyGroup.Imputation), ("revision", UncertaintyGroup.Revision));

    /// <summary>A revision error may not turn a value's sign: three standard deviations stay below the value.</summary>
    internal static Kind<double> Sigma => s_sigma;

    /// <summary>Null when the file has no such section: nothing is then drawn.</summary>
    internal static UncertaintyRule? Read(Section file) => file.InOrNull("uncertainty", s =>
    {
        _ = s.ValueOrNull("rng", Kind.OneOf(("splitmix64", true)));
        _ = s.ValueOrNull("seed", Kind.OneOf(("fnv1a64(index|period|version)", true)));
        var weights = s.Value("weights", s_uniform, new(s_usual.WeightFrom, s_usual.WeightTo));
        var interval = Pair(s, "interval", new(s_usual.IntervalFrom, s_usual.IntervalTo));
        var unclear = Pair(s, "direction_unclear", new(s_usual.UnclearFrom, s_usual.UnclearTo));
        return Sobol(s, s_usual with
        {
            Draws = s.Value("draws", s_draws, s_usual.Draws),
            WeightFrom = weights.From,
            WeightTo = weights.To,
            IntervalFrom = interval.From,
            IntervalTo = interval.To,
            UnclearFrom = unclear.From,
            UnclearTo = unclear.To,
            Normalisations = Variants(s, "normalisation", s_normalisation, s_usual.Normalisations),
            Aggregations = Variants(s, "aggregation", s_aggregation, s_usual.Aggregations),
            Imputations = Variants(s, "imputation", s_imputation, s_usual.Imputations),
            WiderAmplitude = s.Value("wider_amplitude", s_wider, s_usual.WiderAmplitude),
            MatchedFrom = s.Value("matched_from", s_several, s_usual.MatchedFrom),
            RevisionSigmas = Sigmas(s),
        });
    });

    private static UncertaintyRule Sobol(Section uncertainty, UncertaintyRule rule) => uncertainty.InOrNull("sobol", s =>
    {
        _ = s.ValueOrNull("first_order", Kind.OneOf(("saltelli2010_centred", true)));
        _ = s.ValueOrNull("total", Kind.OneOf(("jansen1999", true)));
        return rule with
        {
            Sensitivity = Variants(s, "groups", s_group, [.. Enum.GetValues<UncertaintyGroup>()]),
            Resamples = s.Value("resamples", s_several, rule.Resamples),
        };
    }) ?? rule;

    private static FrozenDictionary<string, double> Sigmas(Section s)
    {
        var given = s.Pairs("revision_sigma", (grades, grade) => new Box(grades.Value(grade, s_sigma)));
        return given.IsEmpty ? s_usual.RevisionSigmas : given.ToFrozenDictionary(g => g.Key, g => g.Value.Number);
    }

    private static ImmutableArray<T> Variants<T>(Section s, string key, Kind<T> kind, ImmutableArray<T> usual) where T : struct
    {
        if (!s.Has(key))
            return usual;
        var variants = s.Values(key, kind);
        if (variants.IsEmpty || variants.Distinct().Count() < variants.Length)
            s.Fault(key, $"“{key}”至少要有一项，且不重复。", $"'{key}' needs at least one item, and none twice.");
        return variants;
    }

    private static Span Pair(Section s, string key, Span usual)
    {
        if (!s.Has(key))
            return usual;
        if (s.Values(key, Kind.Share) is [var from, var to] && from < to)
            return new(from, to);
        s.Fault(key, $"“{key}”应为由小到大的两个 0 到 1 的数。", $"'{key}' must be two numbers from 0 to 1, the smaller first.");
        return usual;
    }

    private static Span? ParseUniform(string text)
    {
        var match = Uniform().Match(text);
        if (!match.Success)
            return null;
        var (from, to) = (Number(match.Groups["from"]), Number(match.Groups["to"]));
        return from > 0 && from <= to ? new(from, to) : null;
    }

    private static double Number(Group digits) => double.Parse(digits.ValueSpan, NumberStyles.Float, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^U\((?<from>[0-9]{1,3}(\.[0-9]{1,10})?), ?(?<to>[0-9]{1,3}(\.[0-9]{1,10})?)\)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Uniform();

    private readonly record struct Span(double From, double To);

    private sealed record Box(double Number);
}
