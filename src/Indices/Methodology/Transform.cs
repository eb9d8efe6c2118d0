namespace Indices.Methodology;

/// <summary>The closed list of transforms (methodology, section 3.3).</summary>
public enum TransformKind
{
    /// <summary>The value itself.</summary>
    Level,
    /// <summary>Sum of 12 months or 4 quarters; from year-to-date totals where those are what is published.</summary>
    TtmSum,
    /// <summary>Mean of 12 months or 4 quarters.</summary>
    TtmMean,
    /// <summary>100 × sum of numerators over 12 months / sum of denominators. Never a mean of ratios.</summary>
    TtmRatio,
    /// <summary>Sum of three years.</summary>
    Sum3Y,
    /// <summary>Percent over the same period of the year before; published growth where the source publishes it.</summary>
    YearOnYear,
    /// <summary>Mean over the days of a month; the source delivers it.</summary>
    MonthMean,
    /// <summary>Median over respondents; the source delivers it.</summary>
    Median,
    /// <summary>100 × value / national value.</summary>
    Share,
    /// <summary>Value / denominator, × 100 where the indicator's unit is %.</summary>
    Ratio,
    /// <summary>10,000 × value / denominator.</summary>
    Per10K,
    /// <summary>1,000,000 × value / denominator.</summary>
    PerMillion,
    /// <summary>(Value − denominator) in basis points; both in percent.</summary>
    Spread,
    /// <summary>Foreign currency into yuan: a flow at the average central parity of its period, a stock at that of the period's end. Before all others.</summary>
    Exchange,
    /// <summary>Amount-weighted price of a cell (price index only).</summary>
    UnitValue,
}

/// <param name="Denominator">Code of the denominator series for Share, Ratio, Per10K, PerMillion and Spread, of the currency for Exchange; otherwise null.</param>
public sealed record Transform(TransformKind Kind, string? Denominator = null);
