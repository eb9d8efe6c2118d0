using System.Collections.Immutable;
using Indices.Calculation.Composite;
using Indices.Calculation.Prices.Disclosure;
using Indices.Observations;
using Indices.Time;

namespace Indices.Calculation.Prices;

/// <summary>
/// Estimates between the periods of the index: I_m = I_Q−1 Σ q p_m / Σ q p_Q−1, the chain carried on from the last period
/// before by the deals of a shorter one (methodology, section 11.4). An empty cell moves as it would from period to period.
/// </summary>
internal sealed class FlashEstimates(PriceJoin series, IndexInputs inputs)
{
    /// <summary>Of every shorter period that is over, up to those of the period after the last one asked for; superseded ones among them.</summary>
    internal ImmutableArray<PriceFlash> All() => [.. series.Versions.SelectMany(Of)];

    private IEnumerable<PriceFlash> Of(PriceVersion version)
    {
        var (run, methodology) = (version.Run, version.Run.Methodology);
        if (run.Rules.CollectionFrequency is not { } frequency || version.Factor is not { } factor)
            return [];
        var deadlines = new Deadlines(methodology.Release, inputs.Snapshot.AsOf);
        var book = new DealBook(methodology, inputs, inputs.Last.Plus(1), []).SplitInto(frequency);
        var chain = new LoweChain(run.Rules, book, []);
        return
            from state in run.Shown
            where state.Segment is not null && series.At(state.Period.Plus(1)) == version
            from part in state.Period.Plus(1).Split(frequency)
            where deadlines.IsOver(part, inputs.Last)
            select Flash(run, state, chain.Continue(state, part), factor, book.ByPeriod[part]);
    }

    private static PriceFlash Flash(PriceRun run, PriceState from, PriceState state, double factor, IEnumerable<PricedDeal> deals)
    {
        var confidentiality = PrimaryRule.Of(run.Rules.Disclosure, [.. deals.Where(d => state.Holds(d.Cell!.Value))]);
        var share = state.ObservedShare();
        var status = confidentiality != Confidentiality.Free ? ObservationStatus.Q
            : share + run.Methodology.Coverage.Epsilon < run.Rules.MinimumObservedWeight ? ObservationStatus.U
            : ObservationStatus.P;
        return new(state.Period, from.Period, factor * state.Aggregate!.Value, status, share, confidentiality);
    }
}
