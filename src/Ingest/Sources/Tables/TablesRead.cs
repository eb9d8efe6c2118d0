using Indices.Observations;
using Indices.Time;
using Ingest.Sources.Csv;

namespace Ingest.Sources.Tables;

/// <summary>What tables of one file say, before it is asked whether they contradict each other.</summary>
internal sealed class TablesRead
{
    internal List<Placed<NewObservation>> Observations { get; init; } = [];

    internal List<Placed<DealRow>> Deals { get; init; } = [];

    internal List<RowFault> Faults { get; init; } = [];

    internal List<RowFault> Remarks { get; init; } = [];

    internal IReadOnlyList<string> IgnoredColumns { get; init; } = [];

    internal Dictionary<Period, string> PeriodSpelling { get; init; } = [];

    /// <summary>False where no table was found, and the fault says so.</summary>
    internal bool HoldsTable { get; private init; } = true;

    internal static TablesRead Refuse(RowFault fault) => new() { Faults = [fault] };

    internal static TablesRead NoTable(RowFault fault) => new() { Faults = [fault], HoldsTable = false };

    /// <summary>One reading of all, in order.</summary>
    internal static TablesRead Together(IReadOnlyList<TablesRead> tables) => tables is [var single] ? single : new()
    {
        Observations = [.. tables.SelectMany(t => t.Observations)],
        Deals = [.. tables.SelectMany(t => t.Deals)],
        Faults = [.. tables.SelectMany(t => t.Faults)],
        Remarks = [.. tables.SelectMany(t => t.Remarks)],
        IgnoredColumns = [.. tables.SelectMany(t => t.IgnoredColumns).Distinct()],
        PeriodSpelling = tables.SelectMany(t => t.PeriodSpelling).DistinctBy(p => p.Key).ToDictionary(),
    };

    /// <summary>Without repetitions; contradictions refused.</summary>
    internal FileContent Settled()
    {
        var (faults, remarks) = (new List<RowFault>(Faults), new List<RowFault>(Remarks));
        var observations = Duplicates.Settle(Observations, o => (o.Series, o.Period, o.Vintage), Agree, o => o.ValueText ?? o.Status.ToString(), faults, remarks);
        var deals = Duplicates.Settle(Deals, r => (r.Deal.Code, r.Deal.Vintage), (a, b) => a.Deal == b.Deal, r => r.Deal.Code, faults, remarks);
        return new(observations, deals, [.. faults.OrderBy(f => f.Row)], IgnoredColumns, PeriodSpelling) { Remarks = remarks };
    }

    private static bool Agree(NewObservation left, NewObservation right) =>
        left.Status == right.Status && left.Bound == right.Bound && Number(left).Equals(Number(right));

    private static double? Number(NewObservation observation) =>
        observation.ValueText is { } text ? NumberText.ValueOf(text) : null;
}
