using Indices.Observations;
using Indices.Time;
using Ingest.Sources.Cells;
using Ingest.Sources.Csv;
using Ingest.Validation;

namespace Ingest.Sources.Tables.Wide;

/// <summary>One number of a wide table with all that is said of it.</summary>
/// <param name="Text">As it stands in the cell.</param>
/// <param name="Beside">What labels of its row say, from the left, and then the section.</param>
internal sealed record WideCell(CsvLine Line, WideColumn Column, string Text, SeriesLabel Series, IReadOnlyList<Heading> Beside)
{
    private IEnumerable<Heading> All => Column.Headings.Concat(Beside);

    private string? Measure => All.Any(h => h.Measure == Measures.YearOnYear) ? Measures.YearOnYear
        : Series.Measure is { } forced ? forced
        : All.Select(h => h.Measure).FirstOrDefault(m => m == Measures.YearToDate) ?? All.Select(h => h.Measure).FirstOrDefault(m => m is not null);

    /// <summary>Growth of a total since January.</summary>
    internal bool IsTotalGrowth => Measure == Measures.YearOnYear && All.Any(h => h.IsTotalGrowth || h.Measure == Measures.YearToDate);

    internal (NewObservation? Observation, Reason? Refusal) Read(WideTable table, FileContext context, Place place)
    {
        var known = context.Series!.Find(Series.Indicator);
        if (Line.Unreadable?.TryGetValue(Column.Place, out var objection) is true)
            return (null, objection);
        var said = Periods(table);
        if (said.Count == 0)
            return (null, Reasons.NoPeriod);
        if (said.All(p => p.Year is null))
            return (null, Reasons.NoYear);
        if (PeriodOf(said, known) is not { } period)
            return (null, Reasons.NotAPeriodOfTheSeries);
        var narrow = Widths.Narrow(Text);
        if (NumberText.IsGap(narrow))
            return (null, Reasons.GapInTable);
        if (CellNumber.TryParse(narrow) is not { } number)
            return (null, Reasons.NotANumber);
        var measure = Measure is null or Measures.Value && period.IsYearToDate ? Measures.YearToDate : Measure ?? Measures.Value;
        var units = KnownSeries.UnitsOf(known, measure);
        if (UnitOf(table, context, measure, number, units) is not { } unit)
            return (null, Reasons.NoUnit(units));
        var converted = UnitConversion.Convert(number, Text, unit, units);
        if (converted.Objection is { } unfit)
            return (null, unfit);
        if ((Area() ?? Series.Area ?? Named(context.Source?.Area) ?? context.Area) is not { } area)
            return (null, Reasons.NoArea);
        var series = new SeriesId(Series.Indicator, measure, area, Series.Scope ?? context.Source?.Scope ?? "", context.Origin);
        var vintage = context.ReceivedAt ?? AvailableAt.EndOf(period.Period.End, context.OfficeTimeZone);
        return (new NewObservation(series, period.Period, converted.Value, ObservationStatus.A, vintage, place.Row, Conversion: converted.How), null);
    }

    private string? Area() => All.Select(h => h.Area).FirstOrDefault(a => a is not null);

    private static string? Named(string? area) => area is { Length: > 0 } ? area : null;

    // The nearest first: of the column, the row, the section, the title.
    private List<StatedPeriod> Periods(WideTable table) => [.. Column.Headings.Reverse().Concat(Beside.SkipLast(1).Reverse()).Append(Beside[^1])
        .Select(h => h.Period).Append(table.Period).OfType<StatedPeriod>()];

    // The part of the year and the year may be said in different places: 9月 over the column, 2024年 in the title.
    private (Period Period, bool IsYearToDate)? PeriodOf(List<StatedPeriod> said, KnownSeries.Known? known)
    {
        var stated = said.Where(p => !p.IsYear).Select(p => (StatedPeriod?)p).FirstOrDefault() ?? said[0];
        if (stated.Year is null)
            stated = stated with { Year = said.Select(p => p.Year).FirstOrDefault(y => y is not null) };
        var frequencies = known?.Frequencies ?? [];
        if (All.Any(h => h.IsEnd) || (known?.IsStock is true && !stated.IsYear))
            return stated.End.In(frequencies);
        if (All.Any(h => h.Measure == Measures.YearToDate || h.IsTotalGrowth))
            return stated.Total?.In(frequencies);
        return (All.Any(h => h.IsCurrent) ? stated.Current(frequencies) : stated).In(frequencies);
    }

    /// <summary>The nearest unit said: in the cell, the row, the column, the title, by the source. Growth is in percent unless its column says otherwise.</summary>
    private string? UnitOf(WideTable table, FileContext context, string measure, CellNumber number, IReadOnlyList<string> units)
    {
        if (measure == Measures.YearOnYear)
            return Column.Unit is { } said && Measured.TryParse(said)?.IsShare is true ? said : "%";
        var near = Beside.Select(h => h.Unit).FirstOrDefault(u => u is not null) ?? Column.Unit ?? Series.Unit;
        if (near is not null)
            return near;
        if (number.Unit.Length > 0)
            return "";
        var fitting = table.Units.Where(u => units.Any(own => UnitConversion.Fits(u, own))).ToList();
        return fitting is [var only] ? only : table.Units is [var single] ? single : context.Source?.Unit;
    }
}
