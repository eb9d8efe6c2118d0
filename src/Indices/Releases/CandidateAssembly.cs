using System.Collections.Frozen;
using System.Collections.Immutable;
using Indices.Calculation;
using Indices.Calculation.Uncertainty;
using Indices.Methodology;
using Indices.Observations;
using Indices.Time;

namespace Indices.Releases;

/// <summary>Turns a calculation into what would be published: rounded once, closed history kept, everything needed to recompute in the receipt.</summary>
public static class CandidateAssembly
{
    /// <param name="result">The calculation, up to <paramref name="period"/>.</param>
    /// <param name="previous">The approved release of the period before; its values outside the open window stand. Null for the first release.</param>
    public static NewCandidate Assemble(
        IndexResult result,
        IndexInputs inputs,
        Period period,
        ReleaseKind kind,
        string? reason,
        ReleaseContent? previous,
        string proposedBy,
        DateTimeOffset proposedAt)
    {
        var methodology = InForce(inputs.Versions, period);
        var firstOpen = methodology.FirstOpen(period);
        var values = Values(result, methodology, previous, firstOpen);
        var contributions = Contributions(result, methodology, period, values);
        var scores = Scores(result, methodology, period);
        var levels = PublishedLevels.Of(result, values);
        var notes = result.Warnings.Concat(RoundingBoundary.Notes(values, firstOpen, methodology.Rounding)).Select(BilingualText.Of).ToImmutableArray();
        var uncertainty = Uncertainty(result, inputs, values);
        return new NewCandidate(
            result.Code, period, kind, reason, methodology.Version, inputs.Snapshot.AsOf, result.Origin,
            Fingerprint.Of(result.Code, period, methodology.Version, result.Origin, values, contributions, scores, levels, notes, uncertainty),
            values, contributions, scores, levels, notes,
            OpenWindow.Closing(inputs, result, firstOpen),
            Receipt.Write(inputs, result, period, uncertainty, previous?.Version),
            proposedBy, proposedAt)
        { Uncertainty = uncertainty };
    }

    /// <summary>The version that publishes a period: the newest one in effect by then.</summary>
    public static IndexMethodology InForce(ImmutableArray<IndexMethodology> versions, Period period) =>
        versions.LastOrDefault(v => v.EffectiveFrom is not { } from || from.Start <= period.Start) ?? versions[0];

    private static ImmutableArray<PublishedValue> Values(
        IndexResult result, IndexMethodology methodology, ReleaseContent? previous, Period firstOpen)
    {
        var closed = previous?.Values.Where(v => v.Period < firstOpen).ToImmutableArray() ?? [];
        var closedPeriods = closed.Select(v => v.Period).ToFrozenSet();
        var computed = result.Values
            .Where(v => !closedPeriods.Contains(v.Period))
            .Select(v => Publish(v, methodology));
        return [.. closed.Concat(computed).OrderBy(v => v.Period)];
    }

    private static PublishedValue Publish(NodeValue value, IndexMethodology methodology) => new(
        value.Period, value.Node, value.Version,
        value is { Published: true, Value: { } number } ? PublishedNumber.Round(number, methodology.Rounding.Index) : null,
        value.Value, value.Status, methodology.Price is { } price ? AtLeast(value, price, methodology.Coverage.Epsilon) : value.Coverage,
        value.Reason is { } reason ? BilingualText.Of(reason) : null);

    // The exact share would tell what a cell without deals cost at the link: a price index says only that a value passed its gate.
    private static double AtLeast(NodeValue value, PriceRules rules, double epsilon) =>
        !value.Published ? 0 : value.Coverage + epsilon >= 1 ? 1 : rules.MinimumObservedWeight;

    /// <summary>The table of the release's own period adds up to the difference of the printed values.</summary>
    private static ImmutableArray<PublishedContribution> Contributions(
        IndexResult result, IndexMethodology methodology, Period period, ImmutableArray<PublishedValue> values)
    {
        // A price index withholds its cells, and what they contributed with them.
        if (methodology.IsPrice)
            return [];
        var printed = values.Where(v => v.Node == result.Code && v.Text is not null).ToFrozenDictionary(v => v.Period);
        return [.. result.Contributions
            .Where(c => c.To == period && printed.ContainsKey(c.To) && printed.ContainsKey(c.From))
            .GroupBy(c => c.From)
            .SelectMany(table => Printed([.. table], printed, methodology.Rounding.Contribution))];
    }

    private static IEnumerable<PublishedContribution> Printed(
        ImmutableArray<Contribution> table, FrozenDictionary<Period, PublishedValue> printed, int decimals)
    {
        var change = PrintedNumber(printed[table[0].To]) - PrintedNumber(printed[table[0].From]);
        var texts = PublishedNumber.LargestRemainder([.. table.Select(c => c.Points)], (double)change, decimals);
        return table.Zip(texts, (c, text) => new PublishedContribution(c.From, c.To, c.Group, c.Indicator, text, c.Points));
    }

    private static decimal PrintedNumber(PublishedValue value) =>
        decimal.Parse(value.Text!, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Of the newest period alone, and only beside a published value: it would tell a withheld one.</summary>
    private static UncertaintyResult? Uncertainty(IndexResult result, IndexInputs inputs, ImmutableArray<PublishedValue> values) =>
        values.Any(v => v.Node == result.Code && v.Period == inputs.Last && v.Text is not null) ? UncertaintyAnalysis.Run(inputs, result) : null;

    private static ImmutableArray<PublishedScore> Scores(IndexResult result, IndexMethodology methodology, Period period) =>
        [.. result.Scores
            .Where(s => s.Period == period && s.Version == methodology.Version)
            .Select(s => new PublishedScore(s.Period, s.Indicator, s.Used, s.Score, s.Status))];
}
