using Indices.Observations;
using Ingest.Sources;
using Ingest.Sources.Csv;

namespace Ingest.Validation;

/// <summary>What a row that reads well must still satisfy. Each rule names the cell it objects to, or says nothing.</summary>
internal sealed class ObservationRules
{
    /// <summary>A million 亿: more than the world's money, in yuan.</summary>
    private const double Largest = 1e16;

    private readonly KnownSeries _known;
    private readonly TimeZoneInfo _officeTimeZone;
    private readonly IReadOnlyList<Func<NewObservation, RowFault?>> _rules;

    /// <param name="isOpen">True where codes that are not known are someone else's business and times of knowing are assumed.</param>
    internal ObservationRules(KnownSeries known, TimeZoneInfo officeTimeZone, bool isOpen = false)
    {
        (_known, _officeTimeZone) = (known, officeTimeZone);
        _rules = isOpen
            ? [FrequencyIsTheIndicators, AmountIsNotNegative]
            : [IndicatorIsKnown, AreaIsKnown, FrequencyIsTheIndicators, PeriodHasBegun, NumberIsInRange, AmountIsNotNegative, DenominatorIsNotZero];
    }

    /// <summary>The first objection, or null.</summary>
    internal RowFault? Objection(NewObservation row)
    {
        foreach (var rule in _rules)
            if (rule(row) is { } fault)
                return fault;
        return null;
    }

    private RowFault? IndicatorIsKnown(NewObservation row) => _known.Find(row.Series.Indicator) is not null ? null
        : new(row.Row, ObservationColumns.Indicator, row.Series.Indicator,
            "没有这个指标、分母或目标序列。", "No indicator, denominator or target series has this code.") { Code = FindingCodes.UnknownSeries };

    private RowFault? AreaIsKnown(NewObservation row) => _known.HasArea(row.Series.Area) ? null
        : new(row.Row, ObservationColumns.Area, row.Series.Area, "没有这个地区。", "No area has this code.") { Code = FindingCodes.UnknownArea };

    private RowFault? FrequencyIsTheIndicators(NewObservation row)
    {
        if (_known.Find(row.Series.Indicator) is not { } known || known.Frequencies.Contains(row.Period.Frequency))
            return null;
        return new(row.Row, ObservationColumns.Period, row.Period.ToString(),
            $"时期的频率与指标不符：指标为{string.Join('、', known.Frequencies.Select(Words.Chinese))}。",
            $"The period's frequency is not the indicator's: {string.Join(", ", known.Frequencies.Select(Words.English))}.") { Code = FindingCodes.WrongFrequency };
    }

    private RowFault? PeriodHasBegun(NewObservation row) => row.Period.Start <= AvailableAt.DayOf(row.Vintage, _officeTimeZone) ? null
        : new(row.Row, ObservationColumns.Period, row.Period.ToString(),
            "数值可得时，该时期尚未开始。", "The period had not begun when the value became known.") { Code = FindingCodes.FuturePeriod };

    private static RowFault? NumberIsInRange(NewObservation row) => row.ValueText is not { } text || Math.Abs(NumberText.ValueOf(text)) < Largest ? null
        : new(row.Row, ObservationColumns.Value, text,
            "数值超出任何指标可能的范围。", "Larger than any indicator can be.") { Code = FindingCodes.OutOfRange };

    private RowFault? DenominatorIsNotZero(NewObservation row)
    {
        if (row.ValueText is not { } text || NumberText.ValueOf(text) != 0)
            return null;
        if (row.Series.Measure != Measures.Denominator && !(row.Series.Measure == Measures.Value && _known.Find(row.Series.Indicator) is { IsDivisor: true }))
            return null;
        return new(row.Row, ObservationColumns.Value, text, "分母不能为0。", "A denominator cannot be 0.") { Code = FindingCodes.ZeroDenominator };
    }

    private RowFault? AmountIsNotNegative(NewObservation row)
    {
        if (row.ValueText?.StartsWith('-') is not true || row.Series.Measure is not (Measures.Value or Measures.YearToDate))
            return null;
        if (NumberText.ValueOf(row.ValueText) >= 0 || _known.Find(row.Series.Indicator) is not { } known || !known.Units.All(Units.IsCountOrAmount))
            return null;
        return new(row.Row, ObservationColumns.Value, row.ValueText,
            $"以{known.Units[0]}计的数值不能为负。", $"A value in {known.Units[0]} cannot be negative.") { Code = FindingCodes.Negative };
    }
}
