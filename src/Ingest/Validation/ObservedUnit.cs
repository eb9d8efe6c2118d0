using Indices.Methodology;

namespace Ingest.Validation;

/// <summary>The unit in which the series of an indicator is delivered: the indicator's own before its transforms.</summary>
internal static class ObservedUnit
{
    /// <summary>Null where the methodology does not tell, such as for the levels behind a growth rate.</summary>
    internal static string? Of(Indicator indicator, Catalogue catalogue)
    {
        var unit = (string?)indicator.Unit;
        foreach (var transform in indicator.Transforms.Reverse())
            unit = unit is null ? null : Before(transform, unit, catalogue);
        return unit;
    }

    private static string? Before(Transform transform, string unit, Catalogue catalogue) => transform.Kind switch
    {
        TransformKind.Per10K or TransformKind.PerMillion => Upper(unit),
        TransformKind.Ratio => unit == "%" ? UnitOf(transform.Denominator, catalogue) : Upper(unit),
        TransformKind.Share => UnitOf(transform.Denominator, catalogue),
        TransformKind.Spread => "%",
        TransformKind.TtmRatio or TransformKind.YearOnYear or TransformKind.Exchange or TransformKind.UnitValue => null,
        _ => unit,
    };

    private static string? UnitOf(string? series, Catalogue catalogue) => catalogue.Denominators.FirstOrDefault(d => d.Code == series)?.Unit;

    private static string? Upper(string unit) => unit.Split('/') is [var upper, _] ? upper : null;
}
