using Indices.Observations;
using Indices.Time;
using Ingest.Validation;
using Indices.Intake;
using TestSupport;
using Xunit;

namespace Ingest.Tests.Validation;

public class PercentRulesTests
{
    private static readonly KnownSeries Known = new(SeedDefinitions.All);
    private static readonly Vintage Now = new(new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero));

    public static TheoryData<string, string, string, bool> Values => new()
    {
        { "FCEI-NPL-RATIO", Measures.Value, "1000", false },
        { "FCEI-NPL-RATIO", Measures.Value, "7300", true },
        { "FCEI-NPL-RATIO", Measures.Value, "-1000.1", true },
        { "CMVI-LISTED-CUM", Measures.Value, "7300", false },
        { "CMVI-LISTED-CUM", Measures.YearOnYear, "7300", true },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void Findings_OfAFirstValue_AskWhereItIsInPercentAndLarge(string indicator, string measure, string value, bool asks)
    {
        var row = Row(indicator, measure, value);

        var findings = new PercentRules(StoredHistory.Nothing, Known).Findings([row]).ToList();

        Assert.Equal(asks ? [(FindingKind.Warning, FindingCodes.UnusualPercent, value)] : [], findings.Select(f => (f.Kind, f.Code, f.Text)));
    }

    [Fact]
    public void Findings_OfASeriesThatIsAlwaysSoLarge_AreNone()
    {
        var row = Row("FCEI-NPL-RATIO", Measures.Value, "7300");
        var stored = new StoredHistory(new Dictionary<SeriesId, IReadOnlyList<StoredValue>>
        {
            [row.Series] = [new(Period.OfQuarter(2024, 2), Now, "6900", ObservationStatus.A, Bound.None)],
        });

        Assert.Empty(new PercentRules(stored, Known).Findings([row]));
    }

    private static NewObservation Row(string indicator, string measure, string value) =>
        new(new SeriesId(indicator, measure, "330100", "", Origin.Official), Period.OfQuarter(2024, 3), value, ObservationStatus.A, Now, 2);
}
