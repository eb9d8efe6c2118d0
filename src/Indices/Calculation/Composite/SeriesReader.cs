using Indices.Methodology;
using Indices.Observations;

namespace Indices.Calculation.Composite;

/// <summary>The series of one area, and those common to all, as one indicator reads them. It remembers which ones, so that what depends on what is known.</summary>
internal sealed class SeriesReader(Snapshot snapshot, Catalogue catalogue, string area)
{
    private readonly Dictionary<(string Code, string Measure), (string Area, SeriesView View)> _read = [];

    internal SeriesView Series(string code, string measure = Measures.Value)
    {
        if (!_read.TryGetValue((code, measure), out var read))
        {
            var found = catalogue.AreaOf(code, area);
            _read[(code, measure)] = read = (found, snapshot.Series(code, measure, found));
        }
        return read.View;
    }

    /// <summary>True when another snapshot holds the very same series wherever this reader looked.</summary>
    internal bool FindsTheSameIn(Snapshot other) =>
        _read.All(read => ReferenceEquals(read.Value.View, other.Series(read.Key.Code, read.Key.Measure, read.Value.Area)));
}
