using System.Globalization;
using Indices.Intake;
using Indices.Observations;
using Indices.Time;
using Ingest.Sources;
using Ingest.Validation;
using Xunit;

namespace Ingest.Tests.Validation;

public class HistoryRulesTests
{
    private static readonly SeriesId Series = new("I-NPL", Measures.Value, "990100", "", Origin.Official);
    private static readonly Vintage Then = new(new DateTimeOffset(2024, 4, 1, 0, 0, 0, TimeSpan.Zero));
    private static readonly Vintage Now = new(new DateTimeOffset(2024, 5, 1, 0, 0, 0, TimeSpan.Zero));

    // Twelve quarters of some three percent growth.
    private static readonly double[] Growing = [100, 103, 105, 109, 112, 115, 119, 121, 126, 129, 133, 137];

    [Theory]
    [InlineData("1400000", "万元/亿元？", "10^4")]
    [InlineData("0.0141", "万元/亿元？", "10^(-4)")]
    [InlineData("141000", "千？", "10^3")]
    [InlineData("1.37", "百分数与小数？", "10^(-2)")]
    [InlineData("14100000000", "元/亿元？", "10^8")]
    public void Value_OfAPowerOfTenOfTheUsual_IsNamedAsAUnit(string value, string words, string factor)
    {
        var finding = Assert.Single(Find(Growing, ("2024-Q1", value)));

        Assert.Equal((FindingCodes.UnitSlip, FindingKind.Warning, value), (finding.Code, finding.Kind, finding.Text));
        Assert.Contains(words, finding.Chinese, StringComparison.Ordinal);
        Assert.Contains(factor, finding.English, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("300", true)]
    [InlineData("60", true)]
    [InlineData("0", true)]
    [InlineData("141", false)]
    [InlineData("155", false)]
    public void Value_FarFromTheUsualChange_IsAJump(string value, bool expected) =>
        Assert.Equal(expected ? [FindingCodes.Jump] : [], Find(Growing, ("2024-Q1", value)).Select(f => f.Code));

    [Fact]
    public void Season_ThatAlwaysJumps_IsNoJump()
    {
        double[] seasonal = [10, 11, 10, 300, 11, 10, 11, 310, 10, 11, 11, 305];

        Assert.Empty(Find(seasonal, ("2024-Q1", "11")));
        Assert.Empty(Find([.. seasonal, 11, 10, 11], ("2024-Q4", "312")));
    }

    [Fact]
    public void GrowthRate_ThatChangesItsSign_IsJudgedByDifferences()
    {
        double[] growth = [1.2, -0.4, 0.8, 2.1, -1.0, 0.3, 1.7, -0.2, 0.9, 1.1, 0.1, 0.6];

        Assert.Empty(Find(growth, ("2024-Q1", "-1.4")));
        Assert.Equal(FindingCodes.Jump, Assert.Single(Find(growth, ("2024-Q1", "55"))).Code);
    }

    [Fact]
    public void File_WhollyInAnotherUnit_IsHeldWhole() =>
        Assert.Equal(["2024-Q1", "2024-Q2", "2024-Q3"],
            Find(Growing, ("2024-Q1", "1400000"), ("2024-Q2", "1430000"), ("2024-Q3", "1470000"))
                .Where(f => f.Code == FindingCodes.UnitSlip).Select(f => Period.OfQuarter(2024, f.Row - 1).ToString()));

    [Fact]
    public void NewSeries_IsHeldAgainstItself()
    {
        var rows = Growing.Select((v, i) => (Quarter(i).ToString(), i == 7 ? "1210000" : v.ToString(CultureInfo.InvariantCulture))).ToArray();

        var finding = Assert.Single(Find([], rows));

        Assert.Equal((FindingCodes.UnitSlip, "1210000"), (finding.Code, finding.Text));
    }

    [Theory]
    [InlineData("140", null)]
    [InlineData("100", FindingCodes.LargeRevision)]
    [InlineData("1370000", FindingCodes.UnitSlip)]
    public void Revision_IsJudgedByItsSize(string value, string? code) =>
        Assert.Equal(code is null ? [] : [code], Find(Growing, ("2023-Q4", value)).Select(f => f.Code));

    [Fact]
    public void Revision_OfAsMuchAsOthersBefore_IsUsual()
    {
        // Each period was first told a quarter too low.
        var stored = Growing.SelectMany((v, i) => new[] { Stored(Quarter(i), v * (i % 2 == 0 ? 0.75 : 1.3), Then), Stored(Quarter(i), v, Now) }).ToList();

        Assert.Empty(Find(stored, Row("2023-Q4", (137 * 1.25).ToString(CultureInfo.InvariantCulture), 2)));
    }

    [Fact]
    public void Periods_RevisedByOneFactor_AreALevelShift() =>
        Assert.All(Find(Growing, ("2023-Q2", "142"), ("2023-Q3", "146.3"), ("2023-Q4", "150.7")), f => Assert.Equal(FindingCodes.LevelShift, f.Code));

    [Fact]
    public void Break_MarkedByTheSource_IsAsked()
    {
        var row = Row("2024-Q1", "141", 2) with { Status = ObservationStatus.B };

        Assert.Equal((FindingCodes.Break, FindingKind.Warning), Assert.Single(Find([.. Growing.Select((v, i) => Stored(Quarter(i), v, Then))], row)) is var f ? (f.Code, f.Kind) : default);
    }

    [Theory]
    [InlineData("2024-Q3", "2 periods before it have no value (2024-Q1、2024-Q2)")]
    [InlineData("2024-Q1", null)]
    public void Gap_BeforeARow_IsToldAndHoldsNothing(string period, string? words)
    {
        var findings = Find(Growing, (period, "143"));

        Assert.Equal(words is null ? [] : [FindingKind.Notice], findings.Select(f => f.Kind));
        Assert.All(findings, f => Assert.Contains(words!, f.English, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2024-01~02", Measures.Value, 0)]
    [InlineData("2024-02", Measures.YearToDate, 0)]
    [InlineData("2024-02", Measures.Value, 1)]
    [InlineData("2024-03", Measures.YearToDate, 1)]
    public void Gap_OfJanuaryThatIsNotPublishedAlone_IsNone(string period, string measure, int expected)
    {
        var series = Series with { Measure = measure };
        var stored = new StoredHistory(new Dictionary<SeriesId, IReadOnlyList<StoredValue>> { [series] = [Stored(Period.OfMonth(2023, 12), 100, Then)] });

        var findings = new HistoryRules(stored).Findings(series, [Row(period, "101", 2) with { Series = series }]);

        Assert.Equal(expected, findings.Count(f => f.Code == FindingCodes.Gap));
    }

    [Fact]
    public void MissingValueAndBound_AreNotJudged() => Assert.Empty(Find(
        [.. Growing.Select((v, i) => Stored(Quarter(i), v, Then))],
        Row("2024-Q1", null, 2) with { Status = ObservationStatus.L }, Row("2024-Q2", "99999999", 3) with { Bound = Bound.Lower }));

    private static List<RowFault> Find(double[] known, params (string Period, string Value)[] rows) => Find(
        [.. known.Select((v, i) => Stored(Quarter(i), v, Then))], [.. rows.Select((r, i) => Row(r.Period, r.Value, i + 2))]);

    private static List<RowFault> Find(IReadOnlyList<StoredValue> known, params NewObservation[] rows) =>
        [.. new HistoryRules(new StoredHistory(new Dictionary<SeriesId, IReadOnlyList<StoredValue>> { [Series] = known })).Findings(Series, rows)];

    private static Period Quarter(int place) => Period.OfQuarter(2021, 1).Plus(place);

    private static StoredValue Stored(Period period, double value, Vintage vintage) =>
        new(period, vintage, value.ToString(CultureInfo.InvariantCulture), ObservationStatus.A, Bound.None);

    private static NewObservation Row(string period, string? value, int row) => new(Series, Period.Parse(period), value, ObservationStatus.A, Now, row);
}
