using Indices.Intake;
using Indices.Observations;
using Indices.Time;
using Ingest.Sources.Csv;

namespace Ingest.Validation;

/// <summary>What the store knows of the series of a file.</summary>
internal sealed class StoredHistory(IReadOnlyDictionary<SeriesId, IReadOnlyList<StoredValue>> known)
{
    private readonly Dictionary<SeriesId, ILookup<Period, StoredValue>> _byPeriod = [];

    internal static StoredHistory Nothing { get; } = new(new Dictionary<SeriesId, IReadOnlyList<StoredValue>>());

    /// <summary>Every stored value, by period's last day and then by vintage.</summary>
    internal IReadOnlyList<StoredValue> Of(SeriesId series) => known.GetValueOrDefault(series, []);

    /// <summary>The newest value of each period; missing values and bounds are no values.</summary>
    internal IEnumerable<KeyValuePair<Period, double>> Newest(SeriesId series, Frequency frequency) => Of(series)
        .Where(v => v.Period.Frequency == frequency)
        .GroupBy(v => v.Period)
        .Select(g => g.Last())
        .Where(v => v is { Bound: Bound.None, ValueText: not null })
        .Select(v => KeyValuePair.Create(v.Period, NumberText.ValueOf(v.ValueText!)));

    /// <summary>What has been said of one period, by vintage.</summary>
    internal IEnumerable<StoredValue> Vintages(SeriesId series, Period period)
    {
        if (!_byPeriod.TryGetValue(series, out var periods))
            _byPeriod.Add(series, periods = Of(series).ToLookup(v => v.Period));
        return periods[period];
    }

    /// <summary>What is said of one period now, or null.</summary>
    internal StoredValue? Newest(SeriesId series, Period period) => Vintages(series, period).LastOrDefault();

    /// <summary>Relative sizes of the revisions so far, in logarithms; those from or to nothing, zero or less are left out.</summary>
    internal IReadOnlyList<double> Revisions(SeriesId series, Frequency frequency)
    {
        var sizes = new List<double>();
        foreach (var vintages in Of(series).Where(v => v.Period.Frequency == frequency).GroupBy(v => v.Period))
        {
            double? before = null;
            foreach (var vintage in vintages)
            {
                var value = vintage is { Bound: Bound.None, ValueText: { } text } ? NumberText.ValueOf(text) : (double?)null;
                if (before > 0 && value > 0)
                    sizes.Add(Math.Log(value.Value / before.Value));
                before = value;
            }
        }
        return sizes;
    }
}
