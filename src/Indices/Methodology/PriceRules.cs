using System.Collections.Immutable;
using Indices.Time;

namespace Indices.Methodology;

/// <summary>Rules of a true price index (methodology, section 11).</summary>
/// <param name="Cells">Elementary aggregates of the headline, in file order.</param>
/// <param name="WeightYears">Calendar years before a link whose amounts are the weights; null: the weights in the file are used throughout.</param>
/// <param name="MaximumImputations">Consecutive periods of the index's frequency that a cell may be imputed before it is dormant.</param>
/// <param name="MinimumObservedWeight">Share of weight that must rest on deals of the period for the total to be published.</param>
public sealed record PriceRules(
    ImmutableArray<PriceCell> Cells,
    int? WeightYears,
    int MaximumImputations,
    double MinimumObservedWeight,
    DisclosureRule Disclosure)
{
    /// <summary>Cells followed outside the headline, in file order; their groups have weight 0 in the tree.</summary>
    public ImmutableArray<PriceCell> Satellites { get; init; } = [];

    /// <summary>Costs that the price includes, in file order; empty where the file does not say.</summary>
    public ImmutableArray<LocalText> Included { get; init; } = [];

    /// <summary>What the price leaves out, in file order; empty where the file does not say.</summary>
    public ImmutableArray<LocalText> Excluded { get; init; } = [];

    /// <summary>Figures that stand beside the index, in file order.</summary>
    public ImmutableArray<Companion> Companions { get; init; } = [];

    /// <summary>Frequency at which deals are collected, when it is finer than the index's: estimates are made at it between the index's periods. Null: the index's own.</summary>
    public Frequency? CollectionFrequency { get; init; }

    /// <summary>Null when the strata are not checked by regression.</summary>
    public HedonicRule? Hedonic { get; init; }
}

/// <summary>A figure beside a price index, such as the average price.</summary>
public sealed record Companion(string Code, LocalText Name, string Unit);

/// <param name="Group">Product (INF, RE, ABS, PERP): the class whose matched movement imputes an empty cell.</param>
/// <param name="Pillar">Code of the group node in the tree.</param>
/// <param name="TenorBands">Bands that the cell takes: T1 up to 5 years, T2 over 5 to 8, T3 over 8.</param>
/// <param name="RatingBands">AAA, or AAP for AA+ and below or unrated.</param>
/// <param name="Amount">Fixed quantity weight in 亿元, when the file gives quantities.</param>
/// <param name="ValueShare">Value share at the link, when the file gives shares.</param>
public sealed record PriceCell(
    string Code,
    LocalText Name,
    string Group,
    string Pillar,
    ImmutableArray<string> TenorBands,
    ImmutableArray<string> RatingBands,
    double? Amount,
    double? ValueShare)
{
    /// <summary>Weight within the group exactly as the file has it; null where it gives amounts.</summary>
    public Weight? Weight { get; init; }

    /// <summary>What is priced; null where the file does not say.</summary>
    public LocalText? Definition { get; init; }

    public string Unit { get; init; } = "";
}

/// <summary>A published cell or total needs this many deals and distinct users of funds, and no dominance.</summary>
public sealed record DisclosureRule(int MinimumDeals, int MinimumEntities, double Top1Maximum, double Top2Maximum);
