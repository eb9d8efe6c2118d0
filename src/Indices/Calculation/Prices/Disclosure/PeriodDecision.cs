using System.Collections.Immutable;
using Indices.Observations;

namespace Indices.Calculation.Prices.Disclosure;

/// <summary>What may be published of one period.</summary>
internal sealed class PeriodDecision
{
    private readonly PriceRun _run;
    private readonly List<double[]> _sums;

    private PeriodDecision(PriceRun run, Exposure exposure, Confidentiality total, ImmutableArray<ImmutableArray<TableChild>> tables, List<double[]> sums)
    {
        (_run, Exposure, Total, Tables, _sums) = (run, exposure, total, tables, sums);
        List<double[]> averages = [exposure.Averaged(_ => true), exposure.Averaged(d => d.SpreadGovernment is not null), exposure.Averaged(d => d.SpreadLoanPrimeRate is not null)];
        AveragesAreFree = total == Confidentiality.Free && Protects([.. averages]);
        if (AveragesAreFree)
            _sums.AddRange(averages);
    }

    internal Exposure Exposure { get; }

    internal Confidentiality Total { get; }

    /// <summary>Table by table and in their order, those sub-indices that have a value in the period.</summary>
    internal ImmutableArray<ImmutableArray<TableChild>> Tables { get; }

    /// <summary>True when average price and spreads may be told: with weights that are not those of the index, they are one more equation.</summary>
    internal bool AveragesAreFree { get; }

    /// <param name="isSafe">Whether what the values are chained from allows the sub-indices that the tables publish.</param>
    internal static PeriodDecision Of(PriceRun run, PriceState state, Func<PriceState, ImmutableArray<ImmutableArray<TableChild>>, bool> isSafe)
    {
        var exposure = new Exposure(run, state);
        var tables = SubIndexDecisions.Of(run, state, exposure);
        while (TableChild.Lightest(tables.SelectMany(t => t)) is { } child && !isSafe(state, tables))
            tables = TableChild.Withhold(tables, child);
        return new(run, exposure, TotalOf(run, state, exposure), tables, SubIndexDecisions.Sums(run, tables, exposure));
    }

    /// <summary>True when further sums leave everybody protected beside what is published of the period.</summary>
    internal bool Protects(params double[][] more) => SubIndexDecisions.Protects(_run.Rules.Disclosure, Exposure, [.. _sums, .. more]);

    private static Confidentiality TotalOf(PriceRun run, PriceState state, Exposure exposure)
    {
        var rule = run.Rules.Disclosure;
        var byAmount = PrimaryRule.Of(rule, [.. run.Book.ByPeriod[state.Period]]);
        return byAmount != Confidentiality.Free ? byAmount
            : PrimaryRule.Of(rule, exposure.OfTotal);
    }
}
