using Indices.Time;

namespace Indices.Observations;

/// <summary>One drawdown of insurance money at its pricing date: the unit of observation of a price index (methodology, section 11.1).</summary>
/// <param name="TenorYears">Whole years to maturity; for perpetual debt to the first call or reset.</param>
/// <param name="Entity">Code of the user of funds; deals of one entity are one respondent.</param>
/// <param name="Amount">亿元 drawn.</param>
/// <param name="CouponPercent">Percent a year, paid annually.</param>
/// <param name="UpfrontFeePercent">Percent of the amount, paid at the start.</param>
/// <param name="AnnualFeePercent">Percent of the amount a year.</param>
/// <param name="GovernmentYieldPercent">10-year government bond yield on the pricing date, percent.</param>
/// <param name="LoanPrimeRatePercent">5-year-plus LPR on the pricing date, percent.</param>
public sealed record Deal(
    string Code,
    string Area,
    DateOnly PricingDate,
    string Product,
    int TenorYears,
    string Rating,
    string Industry,
    string Entity,
    double Amount,
    double CouponPercent,
    double UpfrontFeePercent,
    double AnnualFeePercent,
    double? GovernmentYieldPercent,
    double? LoanPrimeRatePercent,
    Origin Origin,
    Vintage Vintage,
    string DocumentSha256);
