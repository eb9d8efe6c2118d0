using System.Collections.Immutable;
using Dashboard.PageModels.RecalculationPages;
using Indices.Observations;
using Indices.Provenance;
using Indices.Releases;
using Indices.Time;
using TestSupport;
using Xunit;

namespace Dashboard.Tests.PageModels.RecalculationPages;

public sealed class RecalculationFactsTests
{
    private const string Code = SampleDefinitions.CompositeCode;

    internal static readonly DateTimeOffset Now = new(2026, 11, 24, 4, 0, 0, TimeSpan.Zero);
    internal static readonly Period Quarter = Period.OfQuarter(2026, 3);

    /// <summary>What is stored of a period, and the state that follows.</summary>
    public static TheoryData<string, string, string, PeriodState> States => new()
    {
        // versions (oldest first), newest recalculation, its result, state
        { "", "", "", PeriodState.Ready },
        { "candidate", "", "", PeriodState.Candidate },
        { "later", "", "", PeriodState.Approved },
        { "due", "", "", PeriodState.Published },
        { "due candidate", "", "", PeriodState.Candidate },
        { "due rejected", "", "", PeriodState.Published },
        { "rejected", "", "", PeriodState.Ready },
        { "", "Waiting", "", PeriodState.Running },
        { "due", "Running", "", PeriodState.Running },
        { "due", "Interrupted", "", PeriodState.Interrupted },
        { "due", "Cancelled", "", PeriodState.Published },
        { "due", "Done", "Failed", PeriodState.Failed },
        { "", "Done", "NoValue", PeriodState.Ready },
        { "due", "Done", "Unchanged", PeriodState.Published },
        { "candidate", "Running", "Offered", PeriodState.Candidate },
    };

    [Theory]
    [MemberData(nameof(States))]
    public void Cell_OfAPeriodWithAllItsInputs_HasTheState(string versions, string recalculation, string result, PeriodState state) =>
        Assert.Equal(state, Facts(versions, recalculation, result, hasInputs: true).Cell(Code, Quarter).State);

    [Fact]
    public void Cell_WithoutSomeInput_WaitsForItByName()
    {
        var cell = Facts("", "", "", hasInputs: false).Cell(Code, Quarter);

        Assert.Equal(PeriodState.Waiting, cell.State);
        Assert.Equal(["I-COVER", "I-QUERY", "I-NPL", "I-ONEFIRM"], cell.Missing.Select(m => m.Code));
    }

    [Fact]
    public void Cell_OfAPeriodThatIsNotOver_IsNotDue() =>
        Assert.Equal(PeriodState.NotDue, Facts("", "", "", hasInputs: false).Cell(Code, Quarter.Plus(1)).State);

    [Fact]
    public void Cell_WhoseFailureIsOlderThanItsVersion_ShowsTheVersion()
    {
        var facts = Facts("due", "Done", "Failed", hasInputs: true, requestedAt: Now.AddDays(-9));
        Assert.Equal(PeriodState.Published, facts.Cell(Code, Quarter).State);
    }

    [Fact]
    public void Grid_OfTwoYears_HasTwelveColumnsAYearForEveryFrequency()
    {
        var grid = RecalculationGrid.Of(Facts("due", "", "", hasInputs: true), 2, Language.English);

        Assert.Equal([2026, 2025], grid.Years);
        Assert.All(grid.Rows, row => Assert.Equal(24, row.Cells.Length * row.Months));
        Assert.Equal("2026-Q4", grid.Rows[0].Cells[0]!.Period.ToString());
        Assert.Equal("2025-01", grid.Rows[1].Cells[^1]!.Period.ToString());
    }

    [Fact]
    public void Grid_BeforeTheFirstPeriodOfAnIndex_HasNoCells() =>
        Assert.All(RecalculationGrid.Of(Facts("", "", "", hasInputs: true), 6, Language.Chinese).Rows[0].Cells[^4..], Assert.Null);

    internal static RecalculationFacts Facts(string versions, string recalculation, string result, bool hasInputs, DateTimeOffset? requestedAt = null)
    {
        var definitions = SampleDefinitions.All();
        var observations = hasInputs
            ? definitions.Versions(Code)[0].Root.Indicators.Select(i => new Observation(
                new SeriesId(i.Code, Measures.Value, SampleDefinitions.Area, "", Origin.Official), Quarter, 1, ObservationStatus.A,
                new Vintage(Now.AddDays(-20)), new Vintage(Now.AddDays(-20)), ""))
            : [];
        return new(
            definitions,
            versions.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select((v, i) => Version(v, i + 1)),
            recalculation.Length == 0 ? [] : [Recalculation(recalculation, result, requestedAt ?? Now)],
            new Snapshot(new Vintage(Now), observations), Now);
    }

    private static ReleaseVersion Version(string state, int number) => SampleReleases.Of(
        SampleDefinitions.Composite(), Quarter, state switch { "later" => Now.AddHours(1), "due" => Now, _ => null }, number: number).Version with
    {
        State = state switch { "candidate" => ReleaseState.Candidate, "rejected" => ReleaseState.Rejected, _ => ReleaseState.Approved },
        ProposedAt = Now.AddDays(-1),
    };

    private static Recalculation Recalculation(string state, string result, DateTimeOffset requestedAt)
    {
        ImmutableArray<RecalculatedPeriod> periods = [new(Quarter, result.Length == 0 ? null : new RecalculationResult(Enum.Parse<RecalculationOutcome>(result), "", null, Now))];
        return new(1, Code, new Vintage(requestedAt), "1.0.0", "wang", requestedAt, Enum.Parse<RecalculationState>(state), null, periods);
    }
}
