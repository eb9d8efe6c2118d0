using Dashboard.PageModels.Revisions;
using Indices.Observations;
using Indices.Releases;
using Indices.Time;
using TestSupport;
using Xunit;

namespace Dashboard.Tests.PageModels.Revisions;

/// <summary>Six periods in six releases, worked by hand: revisions +0.20, −0.10, −0.50, +0.40, +0.20, and none yet for the last.</summary>
public class RevisionTriangleTests
{
    private static readonly Period First = Period.OfQuarter(2024, 1);

    private static readonly RevisionTriangle Triangle = RevisionTriangle.Of("XX-CREDIT",
    [
        Step(0, (0, "100.00")),
        Step(1, (0, "100.20"), (1, "101.00")),
        Step(2, (1, "100.70"), (2, "102.00")),
        Step(3, (1, "100.90"), (3, "103.00")),
        Step(4, (2, "101.50"), (4, "104.00")),
        Step(5, (3, "103.40"), (4, "104.20"), (5, "105.00")),
    ]);

    [Fact]
    public void Texts_EachRelease_HoldUntilAnotherSaysOtherwise() => Assert.Equal(
        new string?[][]
        {
            ["100.00", "100.20", "100.20", "100.20", "100.20", "100.20"],
            [null, "101.00", "100.70", "100.90", "100.90", "100.90"],
            [null, null, "102.00", "102.00", "101.50", "101.50"],
            [null, null, null, "103.00", "103.00", "103.40"],
            [null, null, null, null, "104.00", "104.20"],
            [null, null, null, null, null, "105.00"],
        },
        Triangle.Periods.Select(p => p.Texts.ToArray()));

    [Fact]
    public void Revisions_PeriodsThatAReleaseFollowed_AreLatestLessFirst() =>
        Assert.Equal([0.20m, -0.10m, -0.50m, 0.40m, 0.20m], Triangle.Revisions.AsEnumerable());

    [Fact]
    public void Means_SixBySix_AreThoseWorkedByHand() => Assert.Equal((0.04m, 0.28m), (Triangle.Mean, Triangle.MeanAbsolute));

    [Fact]
    public void Revision_LatestWithheld_IsNone()
    {
        var triangle = RevisionTriangle.Of("XX-CREDIT", [Step(0, (0, "100.00")), Step(1, (0, null), (1, "101.00"))]);

        Assert.Empty(triangle.Revisions);
        Assert.Null(triangle.Mean);
    }

    [Fact]
    public void Page_SixReleases_ShowsMeansPunctualityAndChangedCells()
    {
        var methodology = SampleDefinitions.Composite();
        var steps = Enumerable.Range(0, 6).Select(i => Step(i, (i, "100.00"))).Append(Step(5, (4, "100.50")));

        var page = RevisionsPage.Compose(methodology, [.. steps], [.. steps.Take(6).Select(s => s.Version)], SampleDefinitions.All().Calendar, Language.Chinese);

        Assert.Equal("+0.083\u202f点", page.Summary.Single(f => f.Name == "平均修订").Text);
        Assert.Equal("0.083\u202f点", page.Summary.Single(f => f.Name == "平均绝对修订").Text);
        Assert.Equal("2025年第一季度", page.Triangle.Single(r => r.Cells.Any(c => c.IsChanged)).Period);
        Assert.Equal("+0.50", page.Periods.Single(p => p.Period == "2025年第一季度").Revision);
    }

    [Fact]
    public void Punctuality_OneLateOfTwo_IsOneOfTwo()
    {
        var methodology = SampleDefinitions.Composite();
        var calendar = SampleDefinitions.All().Calendar;
        var period = Period.OfQuarter(2025, 2);
        var due = ReleaseCalendar.TryInstant(methodology.Release!, period, calendar)!.Value;
        ReleaseVersion[] history =
        [
            SampleReleases.Of(methodology, period, due.AddMinutes(1)).Version,
            SampleReleases.Of(methodology, period.Plus(1), ReleaseCalendar.TryInstant(methodology.Release!, period.Plus(1), calendar)).Version,
            SampleReleases.Of(methodology, period, due.AddDays(9), number: 2, kind: ReleaseKind.Correction, reason: "差错").Version,
        ];

        Assert.Equal(new Punctuality(1, 2), Punctuality.Of(history, methodology, calendar));
    }

    private static ReleaseStep Step(int release, params (int Period, string? Text)[] values)
    {
        var version = SampleReleases.Of(SampleDefinitions.Composite(), First.Plus(release), PublicSite.Start.AddDays(90 * release)).Version;
        return new(version, [.. values.Select(v => new PublishedValue(First.Plus(v.Period), "XX-CREDIT", "1.0.0", v.Text, null, ObservationStatus.A, 1, null))]);
    }
}
