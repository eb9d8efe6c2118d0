using Indices.Observations;
using Ingest.Sources;
using Ingest.Sources.Csv;

namespace Ingest.Validation;

/// <summary>Shares and growth rates of a size that none has. A series may begin with such a slip, where no history shows it.</summary>
internal sealed class PercentRules(StoredHistory stored, KnownSeries known)
{
    /// <summary>Percent; ten times the whole, or growth to eleven times the year before.</summary>
    private const double Usual = 1000;

    internal IEnumerable<RowFault> Findings(IEnumerable<NewObservation> rows) => rows
        .Where(IsOutside)
        .Select(row => new RowFault(row.Row, ObservationColumns.Value, row.ValueText!,
            "以%计的数值超过1000%：是否多写了位数，或单位不是%？", "More than 1000 in a series in percent: digits too many, or another unit?")
        {
            Kind = FindingKind.Warning, Code = FindingCodes.UnusualPercent,
        });

    private bool IsOutside(NewObservation row) =>
        row is { ValueText: { } text, Bound: Bound.None }
        && Math.Abs(NumberText.ValueOf(text)) > Usual
        && KnownSeries.UnitsOf(known.Find(row.Series.Indicator), row.Series.Measure) is ["%"]
        && !stored.Newest(row.Series, row.Period.Frequency).Any(v => Math.Abs(v.Value) > Usual);
}
