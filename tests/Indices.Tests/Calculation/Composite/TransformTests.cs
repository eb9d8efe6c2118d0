using System.Collections.Immutable;
using Indices.Calculation.Composite;
using Indices.Methodology;
using Indices.Observations;
using Indices.Time;
using TestSupport;
using Xunit;
using static TestSupport.TestIndex;

namespace Indices.Tests.Calculation.Composite;

public sealed class TransformTests
{
    private static readonly Catalogue s_catalogue = EmptyCatalogue with
    {
        Denominators =
        [
            new Denominator("POP", new("人口", "Population"), "万人", Frequency.Annual, true),
            new Denominator("WAGE", new("工资", "Wage"), "元", Frequency.Annual, false),
            new Denominator("RATE", new("利率", "Rate"), "%", Frequency.Monthly, false),
            new Denominator("USD-AVG", new("美元平均", null), "元/美元", Frequency.Monthly, false),
            new Denominator("USD-END", new("美元期末", null), "元/美元", Frequency.Monthly, false),
        ],
        Currencies = [new Currency("USD", new("美元", "US dollar"), "USD-AVG", "USD-END")],
    };

    [Fact]
    public void TtmSum_FromYearToDateTotals_EqualsKnownValues()
    {
        var known = WorkedExample.Rows("ttm_from_ytd.csv");
        // The totals of 2021 are not in the file: section 3.1, script of the example.
        double[] before = [41, 66, 92, 120, 150, 176, 203, 232, 258, 287, 320];
        var data = before.Select((total, i) => Observed("X", Period.OfMonth(2021, i + 2), total, Measures.YearToDate))
            .Concat(known.Where(r => r["ytd"].Length > 0)
                .Select(r => Observed("X", Period.Parse(r["period"]), WorkedExample.Number(r["ytd"]), Measures.YearToDate)))
            .Append(Observed("X", Period.OfMonth(2022, 1), null, Measures.YearToDate, status: ObservationStatus.L));
        var transformed = Chain(Frequency.Monthly, data, new Transform(TransformKind.TtmSum));
        foreach (var row in known.Where(r => r["ttm_sum"].Length > 0))
            Assert.Equal((WorkedExample.Number(row["ttm_sum"]), row["obs_status"]), Printed(transformed(Period.Parse(row["period"]))));
        var single = Chain(Frequency.Monthly, data, new Transform(TransformKind.Level));
        foreach (var row in known.Where(r => r["obs_status"] == "A"))
            if (row["single_month"].Length > 0)
                Assert.Equal((WorkedExample.Number(row["single_month"]), "A"), Printed(single(Period.Parse(row["period"]))));
            else
                Assert.Null(single(Period.Parse(row["period"])));
        Assert.Equal((320.0, ObservationStatus.L), Brief(transformed(Period.OfMonth(2022, 1))));
        Assert.Equal((341.0, ObservationStatus.L), Brief(transformed(Period.OfMonth(2023, 1))));

        static (double, string) Printed(Reading? reading) => (Math.Round(reading!.Value.Value, 9), reading.Value.Status.ToString());
    }

    [Fact]
    public void QuarterlyTotals_GiveEveryQuarterItsOwn()
    {
        var data = Values("X", "2023Q1", 10, 25, 45, 70, 12).Select(o => o with { Series = o.Series with { Measure = Measures.YearToDate } });
        var single = Chain(Frequency.Quarterly, data, new Transform(TransformKind.Level));
        Assert.Equal([10.0, 15.0, 20.0, 25.0, 12.0], Enumerable.Range(0, 5).Select(q => single(Period.OfQuarter(2023, 1).Plus(q))!.Value.Value));
    }

    [Fact]
    public void Exchange_OfAFlow_TakesEachPeriodsAverage_BeforeAnySum()
    {
        var data = Values("X", "2023Q1", 1, 1, 1, 1).Concat(Values("USD-AVG", "2023-01", 6.8, 6.9, 7.0, 7, 7, 7, 7.1, 7.2, 7.3, 7.3, 7.2, 7.1))
            .Concat(Values("USD-END", "2023-01", 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9));
        var flow = Converted(Frequency.Quarterly, isStock: false, data, new Transform(TransformKind.TtmSum));
        Assert.Equal(6.9 + 7.0 + 7.2 + 7.2, flow(Period.OfQuarter(2023, 4))!.Value.Value, 1e-12);
    }

    [Fact]
    public void Exchange_OfAStock_TakesTheRateOfTheEnd()
    {
        var data = Values("X", "2023Q1", 2).Concat(Values("USD-AVG", "2023-01", 6.8, 6.9, 7.0)).Concat(Values("USD-END", "2023-01", 6.7, 6.8, 6.87));
        Assert.Equal(13.74, Converted(Frequency.Quarterly, isStock: true, data)(Period.OfQuarter(2023, 1))!.Value.Value, 1e-12);
    }

    [Fact]
    public void Exchange_OfYearToDateTotals_TakesTheMeanSinceJanuary()
    {
        Observation Total(int year, int month, double value) => Observed("X", Period.OfMonth(year, month), value, Measures.YearToDate);
        Observation[] data =
        [
            Total(2022, 2, 10), Total(2022, 12, 60), Total(2023, 2, 20),
            .. Values("USD-AVG", "2022-01", [.. Enumerable.Repeat<double?>(6.5, 12)]), .. Values("USD-AVG", "2023-01", 6.8, 7.0),
        ];
        var flow = Converted(Frequency.Monthly, isStock: false, data, new Transform(TransformKind.TtmSum));
        Assert.Equal(20 * 6.9 + (60 - 10) * 6.5, flow(Period.OfMonth(2023, 2))!.Value.Value, 1e-9);
    }

    [Fact]
    public void Exchange_OfTheFirstTwoMonthsTogether_TakesTheirMean()
    {
        Observation[] data = [Observed("X", Period.OfMergedJanuaryFebruary(2023), 10), .. Values("USD-AVG", "2023-01", 6.8, 7.0)];
        Assert.Equal(69.0, Converted(Frequency.Monthly, isStock: false, data)(Period.OfMergedJanuaryFebruary(2023))!.Value.Value, 1e-12);
    }

    [Fact]
    public void Exchange_WithoutARate_HasNoValue_AndWithAnEstimatedOneIsEstimated()
    {
        var value = Values("X", "2023Q1", 2).ToArray();
        Assert.Null(Converted(Frequency.Quarterly, isStock: true, value)(Period.OfQuarter(2023, 1)));
        var estimated = Observed("USD-END", Period.OfMonth(2023, 3), 7, status: ObservationStatus.E);
        Assert.Equal((14.0, ObservationStatus.E), Brief(Converted(Frequency.Quarterly, isStock: true, [.. value, estimated])(Period.OfQuarter(2023, 1))));
    }

    [Fact]
    public void TtmSum_WithMergedFirstTwoMonths_CountsThemOnce()
    {
        var data = Enumerable.Range(3, 10).Select(m => Observed("X", Period.OfMonth(2023, m), 10))
            .Append(Observed("X", Period.OfMergedJanuaryFebruary(2023), 25))
            .Append(Observed("X", Period.OfMergedJanuaryFebruary(2024), 30));
        var transformed = Chain(Frequency.Monthly, data, new Transform(TransformKind.TtmSum));
        Assert.Equal((125.0, ObservationStatus.A), Brief(transformed(Period.OfMonth(2023, 12))));
        Assert.Equal((125.0, ObservationStatus.L), Brief(transformed(Period.OfMonth(2024, 1))));
        Assert.Equal((130.0, ObservationStatus.A), Brief(transformed(Period.OfMonth(2024, 2))));
        Assert.Null(transformed(Period.OfMonth(2023, 11)));
    }

    [Fact]
    public void Windows_WithAGap_HaveNoValue()
    {
        var transformed = Chain(Frequency.Quarterly, Values("X", "2023Q1", 1, null, 3, 4, 5, 6, 7), new Transform(TransformKind.TtmSum));
        Assert.Null(transformed(Period.OfQuarter(2023, 4)));
        Assert.Null(transformed(Period.OfQuarter(2024, 1)));
        Assert.Equal(22.0, transformed(Period.OfQuarter(2024, 3))!.Value.Value);
    }

    [Fact]
    public void TtmMean_IsTheMeanOfFourQuarters() => Assert.Equal(2.5,
        Chain(Frequency.Quarterly, Values("X", "2023Q1", 1, 2, 3, 4), new Transform(TransformKind.TtmMean))(Period.OfQuarter(2023, 4))!.Value.Value);

    [Fact]
    public void AnnualFlow_UnderTtmSum_IsItsValueAndSum3YAddsThreeYears()
    {
        var data = Values("X", "2021", 5, 6, 9).ToArray();
        Assert.Equal(9.0, Chain(Frequency.Annual, data, new Transform(TransformKind.TtmSum))(Period.OfYear(2023))!.Value.Value);
        Assert.Equal(20.0, Chain(Frequency.Annual, data, new Transform(TransformKind.Sum3Y))(Period.OfYear(2023))!.Value.Value);
    }

    [Fact]
    public void TtmRatio_IsARatioOfSums()
    {
        var data = Enumerable.Range(1, 4).SelectMany(q => new[]
        {
            Observed("X", Period.OfQuarter(2023, q), q == 1 ? 1 : 10, Measures.Numerator),
            Observed("X", Period.OfQuarter(2023, q), q == 1 ? 100 : 20, Measures.Denominator),
        });
        Assert.Equal((100.0 * 31 / 160, ObservationStatus.A),
            Brief(Chain(Frequency.Quarterly, data, new Transform(TransformKind.TtmRatio))(Period.OfQuarter(2023, 4))));
    }

    [Fact]
    public void TtmRatio_OfARatioAlone_IsTakenAsItIsAndEstimated() => Assert.Equal((88.0, ObservationStatus.E),
        Brief(Chain(Frequency.Quarterly, Values("X", "2023Q4", 88), new Transform(TransformKind.TtmRatio))(Period.OfQuarter(2023, 4))));

    [Fact]
    public void YearOnYear_Published_IsNotReplacedByTheRatioOfLevels()
    {
        var known = WorkedExample.Rows("yoy_published_vs_computed.csv")[0];
        var levels = new[]
        {
            Observed("X", Period.OfQuarter(2023, 2), WorkedExample.Number(known["level_2023q2_trn"])),
            Observed("X", Period.OfQuarter(2024, 2), WorkedExample.Number(known["level_2024q2_trn"])),
        };
        var published = WorkedExample.Number(known["yoy_published_comparable_pct"]);
        var both = levels.Append(Observed("X", Period.OfQuarter(2024, 2), published, Measures.YearOnYear));
        Assert.Equal((published, ObservationStatus.A), Brief(Growth(both)));
        Assert.Equal(WorkedExample.Number(known["yoy_computed_pct"]), Growth(levels)!.Value.Value, 1e-9);
        Assert.Equal(ObservationStatus.E, Growth(levels)!.Value.Status);
        Assert.Equal(WorkedExample.Number(known["gap_pp"]), Growth(levels)!.Value.Value - Growth(both)!.Value.Value, 1e-9);

        static Reading? Growth(IEnumerable<Observation> data) =>
            Chain(Frequency.Quarterly, data, new Transform(TransformKind.YearOnYear))(Period.OfQuarter(2024, 2));
    }

    [Fact]
    public void YearOnYear_AfterTtmSum_IsGrowthOfTheSum() => Assert.Equal((50.0, ObservationStatus.A), Brief(
        Chain(Frequency.Quarterly, Values("X", "2022Q1", 1, 1, 1, 1, 1, 1, 2, 2), new Transform(TransformKind.TtmSum), new Transform(TransformKind.YearOnYear))
            (Period.OfQuarter(2023, 4))));

    [Fact]
    public void PerMillion_OfInterpolatedPopulation_HoldsTheLastYearEnd()
    {
        var data = Values("X", "2023Q1", 10, 10, 10, 10, 10).Concat(Values("POP", "2022", 1000, 1100));
        var transformed = Chain(Frequency.Quarterly, data, new Transform(TransformKind.PerMillion, "POP"));
        Assert.Equal((1e7 / 1025, ObservationStatus.A), Brief(transformed(Period.OfQuarter(2023, 1))));
        Assert.Equal((1e7 / 1100, ObservationStatus.A), Brief(transformed(Period.OfQuarter(2023, 4))));
        Assert.Equal((1e7 / 1100, ObservationStatus.E), Brief(transformed(Period.OfQuarter(2024, 1))));
    }

    [Fact]
    public void Ratio_AgainstAnAnnualSeries_TakesTheYearOrTheNewestBefore()
    {
        var data = Values("X", "2023Q4", 30, 30).Concat(Values("WAGE", "2023", 10));
        var transformed = Chain(Frequency.Quarterly, data, new Transform(TransformKind.Ratio, "WAGE"));
        Assert.Equal((3.0, ObservationStatus.A), Brief(transformed(Period.OfQuarter(2023, 4))));
        Assert.Equal((3.0, ObservationStatus.E), Brief(transformed(Period.OfQuarter(2024, 1))));
    }

    [Fact]
    public void Ratio_InPercent_IsTimesAHundred()
    {
        var chain = new TransformChain(
            Indicator("X") with { Unit = "%", Transforms = [new(TransformKind.Ratio, "ENT")] },
            EmptyCatalogue, new SeriesReader(Known([.. Values("X", "2023Q1", 3), .. Values("ENT", "2023Q1", 4)]), s_catalogue, City));
        Assert.Equal(75.0, chain.Build()(Period.OfQuarter(2023, 1))!.Value.Value);
    }

    [Fact]
    public void Spread_AgainstAMonthlyRate_IsInBasisPointsOfItsMean()
    {
        var data = Values("X", "2023Q1", 4.0).Concat(Values("RATE", "2023-01", 3.6, 3.5, 3.4));
        Assert.Equal(50.0, Chain(Frequency.Quarterly, data, new Transform(TransformKind.Spread, "RATE"))(Period.OfQuarter(2023, 1))!.Value.Value, 1e-9);
    }

    [Theory]
    [InlineData(TransformKind.Share, 100.0 * 3 / 8)]
    [InlineData(TransformKind.Per10K, 10_000.0 * 3 / 8)]
    [InlineData(TransformKind.Ratio, 3.0 / 8)]
    public void Denominators_OutsideTheCatalogue_AreUsedAsFound(TransformKind kind, double expected) => Assert.Equal(expected,
        Chain(Frequency.Quarterly, [.. Values("X", "2023Q1", 3), .. Values("Y", "2023Q1", 8)], new Transform(kind, "Y"))(Period.OfQuarter(2023, 1))!.Value.Value, 1e-9);

    [Fact]
    public void Bounds_AndZeroDenominators_GiveNoValue()
    {
        var bound = Observed("X", Period.OfQuarter(2023, 1), 3) with { Bound = Bound.Lower };
        Assert.Null(Chain(Frequency.Quarterly, [bound], new Transform(TransformKind.Level))(Period.OfQuarter(2023, 1)));
        Assert.Null(Chain(Frequency.Quarterly, [.. Values("X", "2023Q1", 3), .. Values("Y", "2023Q1", 0)], new Transform(TransformKind.Ratio, "Y"))(Period.OfQuarter(2023, 1)));
    }

    [Theory]
    [InlineData(true, false, true, TransformKind.YearOnYear, true)]
    [InlineData(false, false, true, TransformKind.YearOnYear, false)]
    [InlineData(true, true, true, TransformKind.YearOnYear, false)]
    [InlineData(true, false, false, TransformKind.YearOnYear, false)]
    [InlineData(true, false, true, TransformKind.Level, false)]
    [InlineData(true, false, true, null, false)]
    public void PublishedGrowth_IsLacking_OnlyWhereLevelsHadToStandIn(bool isPublished, bool hasGrowth, bool hasLevel, TransformKind? first, bool expected)
    {
        var quarter = Period.OfQuarter(2023, 1);
        Observation[] data =
        [
            .. hasGrowth ? [Observed("X", quarter, 5, Measures.YearOnYear)] : Array.Empty<Observation>(),
            .. hasLevel ? [Observed("X", quarter, 40)] : Array.Empty<Observation>(),
        ];
        var indicator = Indicator("X") with { YearOnYearIsPublished = isPublished, Transforms = first is { } kind ? [new(kind)] : [] };
        Assert.Equal(expected, new TransformChain(indicator, s_catalogue, new SeriesReader(Known(data), s_catalogue, City)).LacksPublishedGrowth);
    }

    [Fact]
    public void January_CarriesDecember_OnlyWhereTheYearStartsWithTheMergedMonths()
    {
        var plain = Values("X", "2023-01", 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12).ToArray();
        Assert.Null(Chain(Frequency.Monthly, plain, new Transform(TransformKind.Level))(Period.OfMonth(2024, 1)));
        Observation[] merged = [Observed("X", Period.OfMergedJanuaryFebruary(2023), 3), .. plain[2..]];
        Assert.Equal((12.0, ObservationStatus.L), Brief(Chain(Frequency.Monthly, merged, new Transform(TransformKind.Level))(Period.OfMonth(2024, 1))));
        Assert.Null(Chain(Frequency.Monthly, merged, new Transform(TransformKind.Level))(Period.OfMonth(2024, 2)));
    }

    [Fact]
    public void TtmSum_OfTotalsAndValues_RestsOnTheTotals()
    {
        Observation[] data = [.. Values("X", "2023Q1", 1, 1, 1, 1), Observed("X", Period.OfQuarter(2023, 4), 10, Measures.YearToDate)];
        Assert.Equal(10.0, Chain(Frequency.Quarterly, data, new Transform(TransformKind.TtmSum))(Period.OfQuarter(2023, 4))!.Value.Value);
        Assert.Equal(1.0, Chain(Frequency.Quarterly, data, new Transform(TransformKind.Level))(Period.OfQuarter(2023, 4))!.Value.Value);
        Observation[] first = [Observed("X", Period.OfQuarter(2023, 1), 7), Observed("X", Period.OfQuarter(2023, 1), 4, Measures.YearToDate)];
        Assert.Equal(7.0, Chain(Frequency.Quarterly, first, new Transform(TransformKind.Level))(Period.OfQuarter(2023, 1))!.Value.Value);
    }

    [Fact]
    public void TtmSum_AfterARatio_SumsTheRatios()
    {
        // Totals of 4, 8, 12, 16 are four in each quarter, of which 2 is twice.
        var totals = Values("X", "2023Q1", 4, 8, 12, 16).Select(o => o with { Series = o.Series with { Measure = Measures.YearToDate } });
        Assert.Equal(8.0, Chain(
            Frequency.Quarterly, [.. totals, .. Values("Y", "2023Q1", 2, 2, 2, 2)], new Transform(TransformKind.Ratio, "Y"), new Transform(TransformKind.TtmSum))
            (Period.OfQuarter(2023, 4))!.Value.Value);
    }

    [Fact]
    public void TtmSum_AfterARatio_DoesNotTakeTheMergedMonths()
    {
        var merged = Period.OfMergedJanuaryFebruary(2023);
        Observation[] data =
        [
            Observed("X", merged, 10), Observed("Y", merged, 5),
            .. Enumerable.Range(3, 10).SelectMany(m => new[] { Observed("X", Period.OfMonth(2023, m), 10), Observed("Y", Period.OfMonth(2023, m), 5) }),
        ];
        Assert.Null(Chain(Frequency.Monthly, data, new Transform(TransformKind.Ratio, "Y"), new Transform(TransformKind.TtmSum))(Period.OfMonth(2023, 12)));
    }

    [Fact]
    public void Sum3Y_OfQuarters_AddsTwelve() => Assert.Equal(78.0,
        Chain(Frequency.Quarterly, Values("X", "2021Q1", 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12), new Transform(TransformKind.Sum3Y))
            (Period.OfQuarter(2023, 4))!.Value.Value);

    [Fact]
    public void TtmRatio_WithoutDenominators_IsTakenAsItIs() => Assert.Equal((88.0, ObservationStatus.E), Brief(
        Chain(Frequency.Quarterly, [.. Values("X", "2023Q4", 88), Observed("X", Period.OfQuarter(2023, 4), 1, Measures.Numerator)], new Transform(TransformKind.TtmRatio))
            (Period.OfQuarter(2023, 4))));

    [Fact]
    public void PublishedGrowth_OfTheMergedMonths_StandsForFebruaryAlone()
    {
        var merged = Observed("X", Period.OfMergedJanuaryFebruary(2023), 5, Measures.YearOnYear);
        var growth = Chain(Frequency.Monthly, [merged], new Transform(TransformKind.YearOnYear));
        Assert.Equal(5.0, growth(Period.OfMonth(2023, 2))!.Value.Value);
        Assert.Null(growth(Period.OfMonth(2023, 3)));
        var own = Observed("X", Period.OfMonth(2023, 2), 6, Measures.YearOnYear);
        Assert.Equal(6.0, Chain(Frequency.Monthly, [merged, own], new Transform(TransformKind.YearOnYear))(Period.OfMonth(2023, 2))!.Value.Value);
    }

    [Fact]
    public void TransformOfPrices_IsRefusedByName() => Assert.Contains("X: UnitValue", Assert.Throws<NotSupportedException>(
        () => Chain(Frequency.Quarterly, [], new Transform(TransformKind.UnitValue))).Message, StringComparison.Ordinal);

    [Fact]
    public void Exchange_AtYearlyRates_DoesNotInterpolate()
    {
        Observation[] data = [Observed("X", Period.OfQuarter(2023, 2), 1), .. Values("USD-AVG", "2022", 6, 7)];
        Assert.Equal(7.0, Converted(Frequency.Quarterly, isStock: false, data)(Period.OfQuarter(2023, 2))!.Value.Value);
    }

    [Fact]
    public void Exchange_OfTheMergedMonths_WinsOverTheirTotal()
    {
        // 10 at the mean of 6.8 and 7.0.
        var merged = Period.OfMergedJanuaryFebruary(2023);
        Observation[] data = [Observed("X", merged, 10), Observed("X", Period.OfMonth(2023, 2), 20, Measures.YearToDate), .. Values("USD-AVG", "2023-01", 6.8, 7.0)];
        Assert.Equal(69.0, Converted(Frequency.Monthly, isStock: false, data)(merged)!.Value.Value, 1e-12);
    }

    private static Func<Period, Reading?> Chain(Frequency frequency, IEnumerable<Observation> data, params ImmutableArray<Transform> transforms) =>
        new TransformChain(Indicator("X") with { Frequency = frequency, Transforms = transforms }, s_catalogue, new SeriesReader(Known(data), s_catalogue, City)).Build();

    private static Func<Period, Reading?> Converted(Frequency frequency, bool isStock, IEnumerable<Observation> data, params ImmutableArray<Transform> more) =>
        new TransformChain(
            Indicator("X") with { Frequency = frequency, IsStock = isStock, Transforms = [new(TransformKind.Exchange, "USD"), .. more] },
            s_catalogue, new SeriesReader(Known(data), s_catalogue, City)).Build();

    private static (double, ObservationStatus) Brief(Reading? reading) => (reading!.Value.Value, reading.Value.Status);
}
