using Indices.Intake;
using Indices.Time;

namespace Dashboard.PageModels.IntakePages;

/// <summary>A period of a series of which two times of knowing tell different things.</summary>
/// <param name="From">Null when nothing was known.</param>
/// <param name="To">Null when nothing was known.</param>
internal sealed record VintageDifference(Period Period, StoredValue? From, StoredValue? To)
{
    /// <summary>In the order of the periods.</summary>
    /// <param name="known">Every stored value of the series, by period and then by vintage.</param>
    internal static IReadOnlyList<VintageDifference> Between(IReadOnlyList<StoredValue> known, Vintage from, Vintage to) =>
    [
        .. known.GroupBy(v => v.Period)
            .Select(g => new VintageDifference(g.Key, g.LastOrDefault(v => v.Vintage <= from), g.LastOrDefault(v => v.Vintage <= to)))
            .Where(d => d.From?.ValueText != d.To?.ValueText || d.From?.Status != d.To?.Status),
    ];
}
