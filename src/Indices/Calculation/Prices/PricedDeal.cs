using Indices.Methodology;
using Indices.Observations;
using Indices.Time;

namespace Indices.Calculation.Prices;

/// <param name="Cell">Position in the file's list of cells; null when the deal fits none.</param>
internal sealed record PricedDeal(Deal Deal, Period Period, int? Cell, double AllInPercent)
{
    internal double? SpreadGovernment => Spread(Deal.GovernmentYieldPercent);

    internal double? SpreadLoanPrimeRate => Spread(Deal.LoanPrimeRatePercent);

    // Basis points, deal by deal: a difference of period averages would mix dates (methodology, section 11.7).
    private double? Spread(double? reference) => 100 * (AllInPercent - reference);
}

/// <summary>Puts deals into cells by product, tenor band and rating band (methodology, section 11.3).</summary>
internal static class CellBands
{
    internal static int? CellOf(PriceRules rules, Deal deal)
    {
        var (tenor, rating) = (Tenor(deal.TenorYears), Rating(deal.Rating));
        for (var i = 0; i < rules.Cells.Length; i++)
            if (rules.Cells[i] is var cell && cell.Group == deal.Product && cell.TenorBands.Contains(tenor) && cell.RatingBands.Contains(rating))
                return i;
        return null;
    }

    internal static string Tenor(int years) => years switch
    {
        <= 5 => "T1",
        <= 8 => "T2",
        _ => "T3",
    };

    internal static string Rating(string rating) => rating == "AAA" ? "AAA" : "AAP";
}
