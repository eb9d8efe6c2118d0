using System.Globalization;
using Indices.Methodology;
using Indices.Observations;
using Indices.Time;
using Ingest.Sources;
using Ingest.Sources.Csv;

namespace Ingest.Validation;

/// <summary>Totals that their parts do not add up to. Totals need not add, so this is a question and never a refusal.</summary>
/// <remarks>A total since January is the one of the period before and the period's own value; a city is its districts, where all have a value.</remarks>
internal sealed class TotalRules(StoredHistory stored, KnownSeries known, IReadOnlyList<Area> areas)
{
    /// <summary>Relative difference that rounding alone explains.</summary>
    private const double Tolerance = 0.005;

    private readonly string? _city = areas.FirstOrDefault(a => a.IsCity)?.Code;
    private readonly IReadOnlyList<string> _districts = [.. areas.Where(a => !a.IsCity).Select(a => a.Code)];

    /// <summary>The series that a series is added up with.</summary>
    internal IEnumerable<SeriesId> Related(SeriesId series)
    {
        if (!IsCounted(series))
            yield break;
        if (series.Measure is Measures.Value or Measures.YearToDate)
            yield return series with { Measure = series.Measure == Measures.Value ? Measures.YearToDate : Measures.Value };
        if (_city is not null && _districts.Count > 1)
            foreach (var area in _districts.Prepend(_city).Where(a => a != series.Area))
                yield return series with { Area = area };
    }

    internal IEnumerable<RowFault> Findings(IReadOnlyList<NewObservation> rows)
    {
        var given = new Dictionary<(SeriesId, Period), NewObservation>();
        foreach (var row in rows)
            if (!given.TryGetValue((row.Series, row.Period), out var other) || other.Vintage <= row.Vintage)
                given[(row.Series, row.Period)] = row;
        var asked = new HashSet<(SeriesId, Period)>();
        foreach (var row in given.Values.OrderBy(r => r.Row).Where(r => IsCounted(r.Series)))
            foreach (var (total, parts) in Sums(row))
                if (asked.Add((total, row.Period)) && Finding(given, row, total, parts()) is { } finding)
                    yield return finding;
    }

    /// <summary>The sums of its own period that a row takes part in.</summary>
    private IEnumerable<(SeriesId Total, Func<IReadOnlyList<(SeriesId Series, Period Period)>> Parts)> Sums(NewObservation row)
    {
        var (series, period) = (row.Series, row.Period);
        if (series.Measure is Measures.Value or Measures.YearToDate && period is { Part: > 1, IsMergedJanuaryFebruary: false })
        {
            var total = series with { Measure = Measures.YearToDate };
            yield return (total, () => [(total, period.Plus(-1)), (series with { Measure = Measures.Value }, period)]);
        }
        if (_city is not null && _districts.Count > 1)
            yield return (series with { Area = _city }, () => [.. _districts.Select(d => (series with { Area = d }, period))]);
    }

    private RowFault? Finding(
        Dictionary<(SeriesId, Period), NewObservation> given, NewObservation row, SeriesId total, IReadOnlyList<(SeriesId, Period)> parts)
    {
        var period = row.Period;
        double? At((SeriesId Series, Period Period) cell) =>
            given.TryGetValue(cell, out var offered) ? Number(offered.ValueText, offered.Bound)
            : stored.Newest(cell.Series, cell.Period) is { } value ? Number(value.ValueText, value.Bound) : null;

        if (At((total, period)) is not { } whole)
            return null;
        var sum = 0.0;
        foreach (var part in parts)
        {
            if (At(part) is not { } value)
                return null;
            sum += value;
        }
        if (Math.Abs(whole - sum) <= Tolerance * Math.Max(Math.Abs(whole), Math.Abs(sum)))
            return null;
        var at = given.GetValueOrDefault((total, period), row);
        var (left, right) = (Shown(whole), Shown(sum));
        return new(at.Row, ObservationColumns.Value, at.ValueText ?? "",
            $"{period}合计{left}，各部分之和{right}；合计可以不等于各部分之和，请确认。",
            $"The total of {period} is {left}, its parts add up to {right}; they need not agree, but look.")
        {
            Kind = FindingKind.Warning, Code = FindingCodes.TotalOfParts,
        };
    }

    private bool IsCounted(SeriesId series) => known.Find(series.Indicator) is { } found && found.Units.All(Units.IsCountOrAmount);

    private static double? Number(string? text, Bound bound) => text is not null && bound == Bound.None ? NumberText.ValueOf(text) : null;

    private static string Shown(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
