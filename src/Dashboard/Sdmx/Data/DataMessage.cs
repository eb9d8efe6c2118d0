using System.Collections.Immutable;
using Dashboard.Sdmx.Structures;

namespace Dashboard.Sdmx.Data;

/// <summary>What a data message says, whatever its format.</summary>
/// <param name="Id">The same for the same address.</param>
/// <param name="Prepared">Instant of the newest release that could be in it: the same question of the same releases gives the same bytes.</param>
internal sealed record DataMessage(
    string Id, DateTimeOffset Prepared, Dataflow Flow, bool IsOfStructure, DataQuery Query, ImmutableArray<DataSet> Sets, Language Language)
{
    internal DataStructure Structure => Flow.Structure;

    internal ImmutableArray<Component> Components => Structure.Components;

    internal bool IsFlat => Query.DimensionAtObservation == "AllDimensions";

    /// <summary>What the data are said to be of: the flow, or the structure where that was asked for.</summary>
    internal Artefact Subject => IsOfStructure ? Structure : Flow;

    /// <summary>Places of the dimensions that make a series, or a section; none in a flat table.</summary>
    internal ImmutableArray<int> SeriesPlaces => IsFlat ? [] : Places(c => c.IsDimension && c.Id != Query.DimensionAtObservation);

    internal ImmutableArray<int> ObservationPlaces => Places(c => c.IsDimension && (IsFlat || c.Id == Query.DimensionAtObservation));

    /// <summary>Attributes of a series stand there only where a series runs over time: in a section they differ from observation to observation.</summary>
    internal ImmutableArray<int> SeriesAttributes => IsTimeSeries ? Places(c => c.Role == Role.SeriesAttribute && IsTold(c)) : [];

    internal ImmutableArray<int> ObservationAttributes =>
        Query.HasObservations ? Places(c => c.IsAttribute && IsTold(c) && !(IsTimeSeries && c.Role == Role.SeriesAttribute)) : [];

    internal int MeasurePlace => Structure.Place("OBS_VALUE");

    private bool IsTimeSeries => Query.DimensionAtObservation == "TIME_PERIOD";

    /// <summary>Rows of a set by series, in order of first appearance; one group for a flat table.</summary>
    internal IEnumerable<IGrouping<string, DataRow>> Series(DataSet set)
    {
        var places = SeriesPlaces;
        return set.Rows.GroupBy(row => string.Join('.', places.Select(p => row.Cells[p])), StringComparer.Ordinal);
    }

    private bool IsTold(Component attribute) => Query.Attributes?.Contains(attribute.Id) ?? true;

    private ImmutableArray<int> Places(Func<Component, bool> which) =>
        [.. Enumerable.Range(0, Components.Length).Where(i => which(Components[i]))];
}
