using Indices.Methodology;
using Indices.Time;

namespace Ingest.Demo;

/// <summary>One line of the deals file.</summary>
internal sealed record DemoDeal(
    DateOnly PricingDate,
    string Product,
    int TenorYears,
    string Rating,
    string Industry,
    string Entity,
    decimal Amount,
    decimal Coupon,
    decimal UpfrontFee,
    decimal AnnualFee,
    decimal GovernmentYield,
    decimal LoanPrimeRate,
    DateTimeOffset AvailableAt);

/// <summary>A thin market: a few drawdowns a quarter over the cells of a price index, more where the weight is.</summary>
internal sealed class DealHistory(Story story, PriceRules rules)
{
    private readonly YearPath _allIn = new(story.FirstYear - 1, story.Deals.AllIn);
    private readonly YearPath _government = new(story.FirstYear - 1, story.Deals.GovernmentYield);
    private readonly YearPath _primeRate = new(story.FirstYear - 1, story.Deals.LoanPrimeRate);

    /// <summary>In the order of pricing date.</summary>
    public IEnumerable<DemoDeal> Deals() => story.Deals.Counts
        .SelectMany((year, i) => year.Select((count, quarter) => (Quarter: Period.OfQuarter(story.FirstYear + i, quarter + 1), Count: count)))
        .SelectMany(q => InQuarter(q.Quarter, q.Count))
        .Where(d => d.PricingDate <= story.LastDay && d.AvailableAt <= story.AsOf)
        .OrderBy(d => d.PricingDate).ThenBy(d => d.AvailableAt).ThenBy(d => d.Entity, StringComparer.Ordinal);

    private DemoDeal[] InQuarter(Period quarter, int count)
    {
        var random = DemoRandom.Named(story.Seed, "deals", quarter.ToString());
        return [.. CellsOf(count, random).Select(cell => Deal(cell, quarter, random))];
    }

    /// <summary>Different cells, the heavy ones by far the most often, and one more deal in proportion to weight: light cells see one now and then.</summary>
    private IEnumerable<PriceCell> CellsOf(int count, DemoRandom random)
    {
        var left = rules.Cells.ToList();
        for (var i = 1; i < count && left.Count > 0; i++)
        {
            var cell = Pick(left, c => WeightOf(c) * Math.Sqrt(WeightOf(c)), random);
            left.Remove(cell);
            yield return cell;
        }
        yield return Pick(rules.Cells, WeightOf, random);
    }

    private static PriceCell Pick(IReadOnlyList<PriceCell> cells, Func<PriceCell, double> weight, DemoRandom random)
    {
        var at = random.Uniform() * cells.Sum(weight);
        return cells.First(c => (at -= weight(c)) < 0 || ReferenceEquals(c, cells[^1]));
    }

    private static double WeightOf(PriceCell cell) => cell.Amount ?? cell.ValueShare ?? 0;

    private DemoDeal Deal(PriceCell cell, Period quarter, DemoRandom random)
    {
        var product = story.Deals.Products[cell.Group];
        var rating = story.Deals.Ratings[random.Pick(cell.RatingBands)];
        var range = story.Deals.Tenors[random.Pick(cell.TenorBands)];
        var tenor = random.Whole(range[0], range[1]);
        var day = WorkingDay(quarter, random);
        var upfront = Hundredth(random.Between(0.05, 0.35));
        var annual = Hundredth(random.Between(0.08, 0.16));
        var allIn = _allIn.On(day) + product.Add + rating.Add + story.Deals.TenorSlope * (tenor - story.Deals.TenorFrom)
            + story.Deals.Noise * random.Normal();
        return new(
            day, cell.Group, tenor, random.Pick(rating.Labels), random.Pick(product.Industries), EntityOf(cell, random),
            decimal.Round((decimal)random.Between(product.Amount[0], product.Amount[1]) * 2) / 2,
            Hundredth(allIn - (double)annual - (double)upfront / tenor), upfront, annual,
            Hundredth(_government.On(day) + 0.03 * random.Normal()),
            decimal.Round((decimal)_primeRate.On(day) * 20) / 20,
            ReportedAt(day, random));
    }

    private static DateOnly WorkingDay(Period quarter, DemoRandom random)
    {
        var day = quarter.Start.AddDays(random.Whole(0, quarter.End.DayNumber - quarter.Start.DayNumber));
        var weekend = day.DayOfWeek switch { DayOfWeek.Saturday => 1, DayOfWeek.Sunday => 2, _ => 0 };
        if (weekend > 0)
            day = day.AddDays(-weekend) < quarter.Start ? day.AddDays(3 - weekend) : day.AddDays(-weekend);
        return day;
    }

    /// <summary>Users of funds come back: a few in each product, the same ones year after year.</summary>
    private string EntityOf(PriceCell cell, DemoRandom random)
    {
        var product = rules.Cells.Select(c => c.Group).Distinct().ToList().IndexOf(cell.Group);
        var entity = product * story.Deals.EntitiesAProduct + random.Whole(1, story.Deals.EntitiesAProduct);
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"E{entity:000}");
    }

    private DateTimeOffset ReportedAt(DateOnly day, DemoRandom random)
    {
        var days = random.Whole(story.Deals.ReportDays[0], story.Deals.ReportDays[1])
            + (random.Uniform() < story.Deals.LateShare ? story.Deals.LateDays : 0);
        return new DateTimeOffset(day.AddDays(days).ToDateTime(new TimeOnly(9 + random.Whole(0, 7), 0)), TimeSpan.FromHours(story.UtcOffsetHours));
    }

    private static decimal Hundredth(double value) => decimal.Round((decimal)value, 2, MidpointRounding.AwayFromZero);
}
