using System.Collections.Immutable;
using Indices.Calculation.Statistics;
using Indices.Methodology;
using Indices.Time;

namespace Indices.Calculation.Uncertainty;

/// <summary>Runs the draws of one value and sums them up.</summary>
internal sealed class UncertaintyDraws(MonteCarlo monteCarlo, UncertaintyRule rule)
{
    // Variance that rounding alone makes, as a share of the squared index.
    private const double RoundingShare = 1e-20;

    // The letters of the methodology's table; they name the streams of the bootstrap.
    private static readonly ImmutableArray<char> s_letters = ['W', 'N', 'G', 'M', 'R'];

    /// <param name="name">Text whose hash is the seed.</param>
    internal UncertaintyResult? Run(string name, NodeValue newest, Period? previous, AmplitudeMatch? match)
    {
        var seed = Seeds.Fnv1A64(name);
        monteCarlo.Draw(seed);
        var (a, b) = (Outputs(new(monteCarlo.A), false), Outputs(new(monteCarlo.B), false));
        var exchanged = rule.Sensitivity
            .Select(group => monteCarlo.DependsOn(group) ? Outputs(new(monteCarlo.A, group, monteCarlo.B), false) : a).ToImmutableArray();
        var matched = match is null ? null : Spread(Matched(a, monteCarlo.A, match), Matched(b, monteCarlo.B, match));
        monteCarlo.Draw(Seeds.Fnv1A64($"{name}|fixedN"));
        var (keptA, keptB) = (Outputs(new(monteCarlo.A), true), Outputs(new(monteCarlo.B), true));
        if (!exchanged.Append(a).Append(b).Append(keptA).Append(keptB).All(outputs => outputs.AreFinite))
            return null;
        return new(
            newest.Period, previous, newest.Version, seed, rule.Draws, rule.Draws * (2 + rule.Sensitivity.Length),
            Spread(a, b), Spread(keptA, keptB), matched, Sensitivity(a, b, exchanged));
    }

    private DrawnOutputs Outputs(Sample sample, bool keepsNormalisation)
    {
        var outputs = monteCarlo.Evaluate(sample, keepsNormalisation);
        return new(outputs[0], outputs is [var now, var before] ? [.. now.Zip(before, (i, j) => i - j)] : null);
    }

    private static DrawnOutputs Matched(DrawnOutputs outputs, DrawMatrix matrix, AmplitudeMatch match) => new(
        [.. outputs.Index.Select((index, row) => match.Index(index, matrix.Normalisation[row]))],
        outputs.Change is { } changes ? [.. changes.Select((change, row) => match.Change(change, matrix.Normalisation[row]))] : null);

    private UncertaintySpread Spread(DrawnOutputs a, DrawnOutputs b) => a.Change is { } changeA && b.Change is { } changeB
        ? new(Distribution(a.Index, b.Index), Distribution(changeA, changeB), (changeA.Count(c => c > 0.0) + changeB.Count(c => c > 0.0)) / (2.0 * rule.Draws))
        : new(Distribution(a.Index, b.Index), null, null);

    private UncertaintyDistribution Distribution(double[] a, double[] b)
    {
        var (mean, variance) = SobolEstimator.Pooled(a, b);
        double[] values = [.. a, .. b];
        return new(
            mean, Math.Sqrt(variance),
            Quantiles.Place(values, rule.IntervalFrom), Quantiles.Place(values, 0.5), Quantiles.Place(values, rule.IntervalTo));
    }

    private ImmutableArray<SobolTable> Sensitivity(DrawnOutputs a, DrawnOutputs b, ImmutableArray<DrawnOutputs> exchanged)
    {
        if (exchanged.IsEmpty)
            return [];
        var (bootstrap, scale) = (new SobolBootstrap(rule.Draws), SobolEstimator.Pooled(a.Index, b.Index).Mean);
        var tables = new[]
        {
            Table(UncertainOutput.Index, "index", a.Index, b.Index, [.. exchanged.Select(ab => ab.Index)], scale, bootstrap),
            a.Change is { } changeA && b.Change is { } changeB
                ? Table(UncertainOutput.Change, "change", changeA, changeB, [.. exchanged.Select(ab => ab.Change!)], scale, bootstrap)
                : null,
        };
        return [.. tables.OfType<SobolTable>()];
    }

    private SobolTable? Table(UncertainOutput output, string word, double[] a, double[] b, double[][] exchanged, double scale, SobolBootstrap bootstrap)
    {
        var variance = SobolEstimator.Pooled(a, b).Variance;
        return variance > RoundingShare * scale * scale
            ? new(output, variance, [.. rule.Sensitivity.Zip(exchanged, (group, ab) => Row(group, word, a, b, ab, bootstrap))])
            : null;
    }

    private SobolRow Row(UncertaintyGroup group, string word, double[] a, double[] b, double[] ab, SobolBootstrap bootstrap)
    {
        var (first, total) = bootstrap.Estimates(a, b, ab, Seeds.Fnv1A64($"boot|{word}|{s_letters[(int)group]}"), rule.Resamples);
        return new(
            group, SobolEstimator.Estimate(a, b, ab),
            new(Quantiles.Of(first, rule.IntervalFrom), Quantiles.Of(total, rule.IntervalFrom)),
            new(Quantiles.Of(first, rule.IntervalTo), Quantiles.Of(total, rule.IntervalTo)));
    }
}

/// <param name="Index">By row.</param>
/// <param name="Change">By row; null without a period before.</param>
internal sealed record DrawnOutputs(double[] Index, double[]? Change)
{
    internal bool AreFinite => Index.All(double.IsFinite) && (Change?.All(double.IsFinite) ?? true);
}
