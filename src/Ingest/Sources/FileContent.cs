using Indices.Observations;
using Indices.Time;

namespace Ingest.Sources;

/// <summary>What a parser read. A refused file has faults and nothing else.</summary>
/// <param name="Observations">In file order.</param>
/// <param name="Deals">In file order.</param>
/// <param name="Faults">By row.</param>
/// <param name="IgnoredColumns">Headers that are not known, as the file spells them.</param>
/// <param name="PeriodSpelling">How the file first spelled each period.</param>
public sealed record FileContent(
    IReadOnlyList<NewObservation> Observations,
    IReadOnlyList<DealRow> Deals,
    IReadOnlyList<RowFault> Faults,
    IReadOnlyList<string> IgnoredColumns,
    IReadOnlyDictionary<Period, string> PeriodSpelling)
{
    /// <summary>What was left out on purpose and what is worth knowing, by place: footnotes, source lines, hidden rows. They refuse nothing.</summary>
    public IReadOnlyList<RowFault> Remarks { get; init; } = [];

    internal static FileContent Empty { get; } = new([], [], [], [], new Dictionary<Period, string>());

    /// <summary>Both, one after the other.</summary>
    internal FileContent With(FileContent other) => new(
        [.. Observations, .. other.Observations], [.. Deals, .. other.Deals], [.. Faults, .. other.Faults],
        [.. IgnoredColumns, .. other.IgnoredColumns], PeriodSpelling)
    {
        Remarks = [.. Remarks, .. other.Remarks],
    };

    internal static FileContent Refuse(RowFault fault) => new([], [], [fault], [], new Dictionary<Period, string>());
}

/// <param name="Row">1-based line of the file.</param>
public sealed record DealRow(int Row, Deal Deal);
