using Indices.Observations;

namespace Indices.Calculation.Prices;

/// <summary>
/// What a deal costs its user of funds, as one effective annual rate: the r in (0, 1) that solves
/// (1 − u) = Σ_{k=1..n} (c + m) / (1 + r)^k + 1 / (1 + r)^n (methodology, section 11.1).
/// </summary>
internal static class AllInCost
{
    // Halving (0, 1) this often is past the last bit of a double, so the digits do not depend on where it stops.
    private const int Steps = 200;

    /// <summary>Percent a year; null when no rate between 0 and 100 % solves the equation.</summary>
    internal static double? Percent(Deal deal)
    {
        var flow = (deal.CouponPercent + deal.AnnualFeePercent) / 100.0;
        var received = 1 - deal.UpfrontFeePercent / 100.0;
        var years = deal.TenorYears;
        if (years < 1 || !(PresentValue(flow, years, 0.0) > received) || PresentValue(flow, years, 1.0) > received)
            return null;
        return 100.0 * Solve(flow, years, received);
    }

    private static double Solve(double flow, int years, double received)
    {
        var (low, high) = (0.0, 1.0);
        for (var step = 0; step < Steps; step++)
        {
            var rate = 0.5 * (low + high);
            if (PresentValue(flow, years, rate) > received)
                low = rate;
            else
                high = rate;
        }
        return 0.5 * (low + high);
    }

    private static double PresentValue(double flow, int years, double rate)
    {
        var sum = 0.0;
        for (var year = 1; year <= years; year++)
            sum += flow / Math.Pow(1 + rate, year);
        return sum + 1 / Math.Pow(1 + rate, years);
    }
}
