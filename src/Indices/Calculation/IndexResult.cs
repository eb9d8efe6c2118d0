using System.Collections.Immutable;
using Indices.Observations;
using Indices.Time;

namespace Indices.Calculation;

/// <summary>What a calculation found: values, how they came about, and what to say about them. Everything is inside; nothing is logged.</summary>
/// <param name="Values">The joined series: period by period, the index first and then its groups in file order.</param>
/// <param name="Computed">Every version in every period it was computed for, joined or not.</param>
/// <param name="Scores">Every indicator of every version and period.</param>
/// <param name="Contributions">Between neighbouring periods, and over a year where that differs.</param>
/// <param name="Parameters">Every frozen or freezable number that was used.</param>
/// <param name="Origin">Worst origin of all inputs used.</param>
/// <param name="Price">Cells and levels of a price index; null for a composite.</param>
public sealed record IndexResult(
    string Code,
    string Area,
    ImmutableArray<NodeValue> Values,
    ImmutableArray<VersionValue> Computed,
    ImmutableArray<IndicatorScore> Scores,
    ImmutableArray<Contribution> Contributions,
    FrozenParameters Parameters,
    Origin Origin,
    ImmutableArray<Warning> Warnings,
    PriceDetail? Price)
{
    /// <summary>Observations that came since the release before and look unusual, to be asked about; in file order, then by period.</summary>
    public ImmutableArray<OutlierQuery> Queries { get; init; } = [];
}

/// <param name="Node">Code of the index (value in index points) or of a group (value is its score).</param>
/// <param name="Value">Null when it cannot be computed or is suppressed.</param>
/// <param name="Coverage">Share of effective weight observed and not overdue, 0 to 1.</param>
/// <param name="Published">False when the gate of section 8 or disclosure control holds it back.</param>
/// <param name="Reason">Why it is not published, in both languages; null when it is.</param>
public sealed record NodeValue(
    Period Period,
    string Node,
    string Version,
    double? Value,
    ObservationStatus Status,
    double Coverage,
    bool Published,
    Warning? Reason);

/// <param name="Aggregate">Root value before base and link.</param>
/// <param name="Factor">Base or link factor; index = factor × aggregate.</param>
/// <param name="Groups">Value and coverage of each group, in file order.</param>
/// <param name="Joined">True when this is the version that the joined series shows.</param>
public sealed record VersionValue(
    string Version,
    Period Period,
    double? Aggregate,
    double? Factor,
    double? Index,
    double Coverage,
    ImmutableArray<GroupValue> Groups,
    ObservationStatus Status,
    bool Joined);

public sealed record GroupValue(string Code, double? Value, double Coverage, ObservationStatus Status);

/// <param name="Raw">Transformed value observed for the period; null when missing or not due.</param>
/// <param name="Used">Value that was scored, carried forward if need be; null when the class mean stood in.</param>
/// <param name="Age">Periods since the value used was observed; 0 when observed.</param>
/// <param name="G">Position between the goalposts before caps.</param>
/// <param name="IsCovered">Counts towards coverage: observed, or not yet due.</param>
public sealed record IndicatorScore(
    string Version,
    Period Period,
    string Indicator,
    double? Raw,
    double? Used,
    ObservationStatus Status,
    int Age,
    double? G,
    double? Score,
    bool IsCovered);

/// <summary>Points by which one indicator or cell moved the index; over all of them they add up to the change exactly (methodology, section 7).</summary>
/// <param name="Version">Version the movement was measured under; <c>chain</c> when it spans a method change.</param>
/// <param name="Group">Code of the group that holds it.</param>
/// <param name="Indicator">Code of the indicator or cell, or <see cref="MethodChange"/>.</param>
public sealed record Contribution(Period From, Period To, string Version, string Group, string Indicator, double Points)
{
    /// <summary>The item that a join over several periods leaves (methodology, section 6).</summary>
    public const string MethodChange = "METHOD-CHANGE";
}

public sealed record Warning(string Chinese, string English);

/// <param name="Cells">By cell in file order, then period.</param>
/// <param name="Levels">By period.</param>
public sealed record PriceDetail(
    ImmutableArray<CellPrice> Cells,
    ImmutableArray<PriceLevel> Levels,
    ImmutableArray<FormulaIndex> Formulas,
    ImmutableArray<DealPrice> Deals)
{
    /// <summary>Estimates at the frequency of collection, by period; empty when deals are not collected more often than the index is made.</summary>
    public ImmutableArray<PriceFlash> Flashes { get; init; } = [];

    /// <summary>Sub-indices by product and by tenor band over four quarters, by sub-index, then period.</summary>
    public ImmutableArray<RollingSubIndex> RollingSubIndices { get; init; } = [];

    /// <summary>Null when the methodology asks for no such check.</summary>
    public HedonicDetail? Hedonic { get; init; }
}

/// <param name="UnitValuePercent">Amount-weighted all-in cost of the period's deals; null without deals.</param>
/// <param name="PricePercent">Price that entered the index.</param>
/// <param name="Source">How the price came about.</param>
public sealed record CellPrice(
    string Cell,
    Period Period,
    int Deals,
    int Entities,
    double Amount,
    double? UnitValuePercent,
    double? PricePercent,
    CellSource Source,
    double? RelativeToBase);

public enum CellSource
{
    /// <summary>Deals of the period (A).</summary>
    Observed,
    /// <summary>Moved with the matched cells of its product (I:class).</summary>
    ClassMovement,
    /// <summary>Moved with all matched cells (I:all).</summary>
    AllMovement,
    /// <summary>Last price kept (I:carry).</summary>
    CarryForward,
    /// <summary>Out of the index until the next link.</summary>
    Dormant,
}

/// <summary>Companion figures of a price index; amounts in 亿元, prices in percent, spreads in basis points.</summary>
public sealed record PriceLevel(
    Period Period,
    int Deals,
    int Entities,
    double Amount,
    double? AveragePercent,
    double? FixedStructurePercent,
    double? SpreadGovernmentBasisPoints,
    double? SpreadLoanPrimeRateBasisPoints,
    double? AverageTenorYears,
    double? UnitValueIndex,
    double? FisherIndex,
    double? MixIndex)
{
    /// <summary>True when average price and spreads may be published beside the index and its sub-indices.</summary>
    public bool AveragesAreFree { get; init; }

    /// <summary>True when the average at fixed structure may.</summary>
    public bool FixedStructureIsFree { get; init; }
}

/// <param name="Formula">lowe, laspeyres, paasche, fisher or tornqvist.</param>
/// <param name="Chained">False: directly against the first period.</param>
public sealed record FormulaIndex(string Formula, bool Chained, Period Period, double Value);

public sealed record DealPrice(
    string Deal,
    Period Period,
    string? Cell,
    double Amount,
    double AllInPercent,
    double? SpreadGovernmentBasisPoints,
    double? SpreadLoanPrimeRateBasisPoints);
