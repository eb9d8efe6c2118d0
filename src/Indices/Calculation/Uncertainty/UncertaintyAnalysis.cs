using System.Collections.Immutable;
using Indices.Methodology;
using Indices.Time;

namespace Indices.Calculation.Uncertainty;

/// <summary>Monte Carlo and variance-based sensitivity of a composite index (methodology, section 12).</summary>
public static class UncertaintyAnalysis
{
    /// <summary>As <see cref="Run(IndexInputs, IndexResult, UncertaintyRule)"/>, by the rule of the version that publishes the period.</summary>
    /// <returns>Also null when that version has no rule.</returns>
    public static UncertaintyResult? Run(IndexInputs inputs, IndexResult result) =>
        result.Values.LastOrDefault(v => v.Node == result.Code && v.Published) is { } newest
        && inputs.Versions.Single(v => v.Version == newest.Version).Uncertainty is { } rule
            ? Run(inputs, result, rule)
            : null;

    /// <summary>Analyses the newest published period and its change from the period before.</summary>
    /// <param name="inputs">As calculated.</param>
    /// <param name="result">What <see cref="IndexCalculator"/> made of them.</param>
    /// <returns>
    /// Null for a price index, when nothing is published, or when some drawn method has no value (a geometric mean of a
    /// negative score, where the methodology sets no lower cap).
    /// </returns>
    public static UncertaintyResult? Run(IndexInputs inputs, IndexResult result, UncertaintyRule rule)
    {
        if (inputs.Versions[0].IsPrice || result.Values.LastOrDefault(v => v.Node == result.Code && v.Published) is not { } newest)
            return null;
        var previous = result.Values.LastOrDefault(v => v.Node == result.Code && v.Period == newest.Period.Plus(-1) && v.Published)?.Period;
        var builder = new IndexModelBuilder(inputs, WithBase(inputs, result), rule);
        var layout = builder.Layout(newest.Period);
        ImmutableArray<Period> wanted = previous is { } before ? [newest.Period, before] : [newest.Period];
        if (builder.Build(wanted, layout) is not { } model)
            return null;
        var match = AmplitudeMatch.Create(builder, inputs, Closed(inputs, result, newest), rule);
        var draws = new UncertaintyDraws(new MonteCarlo(model, layout, rule, wanted.Length), rule);
        return draws.Run(Seeds.Name(result.Code, newest.Period, newest.Version), newest, previous, match);
    }

    /// <summary>An old release computed again may lie before the end of its base period.</summary>
    private static IndexResult WithBase(IndexInputs inputs, IndexResult result)
    {
        var last = inputs.Versions[0].Base?.Period.Last(inputs.Versions[0].Frequency);
        return last > inputs.Last ? IndexCalculator.Calculate(inputs with { Last = last.Value }) : result;
    }

    private static ImmutableArray<Period> Closed(IndexInputs inputs, IndexResult result, NodeValue newest)
    {
        var firstOpen = inputs.Versions.Single(v => v.Version == newest.Version).FirstOpen(newest.Period);
        return [.. result.Values.Where(v => v.Node == result.Code && v.Value is not null && v.Period < firstOpen).Select(v => v.Period)];
    }
}
