using Indices.Observations;
using Indices.Time;

namespace Ingest.Demo;

/// <summary>A value as it will stand in the end, before anything is said about when it became known.</summary>
internal sealed record RawPoint(string Measure, Period Period, decimal Value, string Scope = "");

/// <summary>Turns paths of years into the values of months, quarters and years.</summary>
internal sealed class Emission(Story story)
{
    private const double DenominatorGrowth = 0.03;

    public IEnumerable<RawPoint> Points(string code, RawPath raw, Frequency frequency, SeriesStory told) => raw.Shape switch
    {
        RawShape.Flow => Flow(code, raw, frequency, told.Noise ?? story.Noise.Flow, MeasureOf(frequency, told)),
        RawShape.RatioOfFlows => Ratio(code, raw, frequency, told),
        RawShape.Growth => Balances(code, raw, frequency, told.Noise ?? story.Noise.Growth, Measures.YearOnYear),
        _ when told.Cumulative => Totals(code, raw, frequency),
        _ => Balances(code, raw, frequency, told.Noise ?? story.Noise.Balance, Measures.Value),
    };

    /// <summary>What a cumulative series gained in each period.</summary>
    public IEnumerable<RawPoint> Increments(string code, RawPath total, Frequency frequency) =>
        from period in Periods(frequency)
        select new RawPoint(Measures.Value, period, Total(code, total, period) - Total(code, total, period.Plus(-1)));

    public IEnumerable<Period> Periods(Frequency frequency)
    {
        for (var period = Period.Of(frequency, story.FirstYear, 1); period.End <= story.LastDay; period = period.Plus(1))
            yield return period;
    }

    /// <summary>Counts are whole; other numbers keep the digits that a statistics office would print.</summary>
    public static decimal Round(double value, bool whole) => decimal.Round((decimal)value, DigitsOf(Math.Abs(value), whole), MidpointRounding.AwayFromZero);

    private static int DigitsOf(double size, bool whole) => whole ? 0 : size switch
    {
        >= 1000 => 1,
        >= 10 => 2,
        >= 1 => 3,
        _ => 4,
    };

    private static string MeasureOf(Frequency frequency, SeriesStory told) =>
        told.Publish ?? (frequency == Frequency.Monthly ? Measures.YearToDate : Measures.Value);

    private IEnumerable<RawPoint> Balances(string code, RawPath raw, Frequency frequency, double noise, string measure) =>
        from period in Periods(frequency)
        select new RawPoint(measure, period, Balance(code, raw, period, noise));

    private decimal Balance(string code, RawPath raw, Period period, double noise)
    {
        // Noise is largest in mid-year and none at its end, so that told year-ends are met exactly.
        var passed = YearPath.PassedOf(period);
        var random = DemoRandom.Named(story.Seed, code, "noise", period.ToString());
        var factor = 1 + noise * Math.Sqrt(4 * passed * (1 - passed)) * random.Normal();
        return Round(raw.Years.AtEnd(period) * factor * OutlierOf(code, period), raw.IsWhole);
    }

    private IEnumerable<RawPoint> Totals(string code, RawPath raw, Frequency frequency) =>
        from period in Periods(frequency)
        select new RawPoint(Measures.Value, period, Total(code, raw, period));

    /// <summary>A total since the beginning: it grows in steps of uneven size and never falls.</summary>
    private decimal Total(string code, RawPath raw, Period period)
    {
        var random = DemoRandom.Named(story.Seed, code, "gains", Period.OfYear(period.Year).ToString());
        var gains = Enumerable.Range(0, (int)period.Frequency).Select(_ => random.Between(0.1, 1.9)).ToArray();
        var share = gains.Take(period.Part).Sum() / gains.Sum();
        return Round(raw.Years[period.Year - 1] * (1 - share) + raw.Years[period.Year] * share, raw.IsWhole);
    }

    private IEnumerable<RawPoint> Ratio(string code, RawPath raw, Frequency frequency, SeriesStory told)
    {
        var lower = raw.Years.Select((year, _) => (told.Level ?? 100) * (1 + DenominatorGrowth * (year - story.FirstYear)));
        var upper = raw.Years.Select((year, percent) => lower[year] * percent / 100);
        var noise = told.Noise ?? story.Noise.Flow;
        return Flow(code + "|upper", raw with { Years = upper }, frequency, noise, Measures.Numerator)
            .Concat(Flow(code + "|lower", raw with { Years = lower }, frequency, noise, Measures.Denominator));
    }

    private IEnumerable<RawPoint> Flow(string code, RawPath raw, Frequency frequency, double noise, string measure)
    {
        foreach (var year in Periods(frequency).GroupBy(p => p.Year))
        {
            var (sum, before) = (0.0, 0m);
            foreach (var (period, amount) in Amounts(code, raw.Years, frequency, noise, year.Key).Take(year.Count()))
            {
                // Rounding the running total keeps the year's total right when single amounts are small counts.
                sum += amount;
                var toDate = Round(sum, raw.IsWhole);
                if (measure != Measures.YearToDate)
                    yield return new(measure, period, toDate - before);
                else if (period.Frequency != Frequency.Monthly || period.Part > 1)
                    yield return new(measure, Published(period), toDate);
                before = toDate;
            }
        }
    }

    /// <summary>Monthly totals begin with January and February together.</summary>
    private static Period Published(Period period) => period is { Frequency: Frequency.Monthly, Part: 2 }
        ? Period.OfMergedJanuaryFebruary(period.Year)
        : period;

    private IEnumerable<(Period, double)> Amounts(string code, YearPath years, Frequency frequency, double noise, int year)
    {
        var random = DemoRandom.Named(story.Seed, code, "flow", Period.OfYear(year).ToString());
        var growth = Math.Clamp(years[year] / years[year - 1] - 1, -0.5, 0.6);
        var periods = Period.OfYear(year).Split(frequency).ToArray();
        var weights = periods.Select(p =>
            SeasonOf(p) * (1 + growth * (YearPath.PassedOf(p) - 0.5)) * (1 + noise * random.Normal())).ToArray();
        var all = weights.Sum();
        return periods.Zip(weights, (p, w) => (p, years[year] * w / all * OutlierOf(code, p)));
    }

    private double SeasonOf(Period period) => period.Frequency switch
    {
        Frequency.Monthly => story.MonthWeights[period.Part - 1],
        Frequency.Quarterly => story.QuarterWeights[period.Part - 1],
        _ => 1,
    };

    private double OutlierOf(string code, Period period) =>
        story.Faults.Outliers.FirstOrDefault(f => f.Series == code && f.Period == period.ToString())?.Factor ?? 1;
}
