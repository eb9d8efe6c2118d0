using Indices.Observations;

namespace Indices.Calculation.Composite;

/// <summary>The series of one area as one indicator reads them. It remembers which ones, so that what depends on what is known.</summary>
internal sealed class SeriesReader(Snapshot snapshot, string area)
{
    private readonly Dictionary<(string Code, string Measure), SeriesView> _read = [];

    internal SeriesView Series(string code, string measure = Measures.Value)
    {
        if (!_read.TryGetValue((code, measure), out var view))
            _read[(code, measure)] = view = snapshot.Series(code, measure, area);
        return view;
    }

    /// <summary>True when another snapshot holds the very same series wherever this reader looked.</summary>
    internal bool FindsTheSameIn(Snapshot other) =>
        _read.All(read => ReferenceEquals(read.Value, other.Series(read.Key.Code, read.Key.Measure, area)));
}
