using Dashboard.PageModels;
using Dashboard.PageModels.Revisions;
using Indices.Calculation;
using Indices.Releases;
using Indices.Time;
using TestSupport;
using Xunit;

namespace Dashboard.Tests.PageModels.Revisions;

public sealed class RevisionImpactTests
{
    private static readonly Period Last = Period.OfQuarter(2026, 3);
    private static readonly ReleaseContent Published = SampleReleases.Of(SampleDefinitions.Composite(), Last, DateTimeOffset.UnixEpoch.AddYears(56));

    /// <summary>How far back a value moves, by how much, whether the data are newer, the version differs, and points of method: the class that follows.</summary>
    [Theory]
    [InlineData(0, "0.00", true, false, 0, RevisionClass.NoNotice)]
    [InlineData(0, "0.30", true, false, 0, RevisionClass.Revision)]
    [InlineData(4, "0.30", true, false, 0, RevisionClass.Revision)]
    [InlineData(5, "0.01", true, false, 0, RevisionClass.Correction)]
    [InlineData(0, "0.05", false, false, 0, RevisionClass.Revision)]
    [InlineData(0, "0.06", false, false, 0, RevisionClass.Correction)]
    [InlineData(0, "-0.06", false, false, 0, RevisionClass.Correction)]
    [InlineData(0, "0.30", true, false, 0.2, RevisionClass.Correction)]
    [InlineData(0, "0.30", true, false, 0.05, RevisionClass.Revision)]
    [InlineData(0, "0.30", true, true, 0.2, RevisionClass.Revision)]
    public void Of_AMovedValue_HasTheClassOfTheWrittenPolicy(int back, string points, bool isNewer, bool isOtherVersion, double method, RevisionClass expected)
    {
        var value = Published.Values.Single(v => v.Node == Published.Version.Index && v.Period == Last.Plus(-back));
        var text = (Figures.Exact(value.Text!) + Figures.Exact(points)).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var candidate = Published with
        {
            Version = Published.Version with
            {
                DataVintage = new Vintage(Published.Version.DataVintage.Instant.AddDays(isNewer ? 1 : 0)),
                MethodologyVersion = isOtherVersion ? "2.0.0" : Published.Version.MethodologyVersion,
            },
            Values = Published.Values.Replace(value, value with { Text = text }),
        };

        var impact = RevisionImpact.Of(
            candidate, Published, SampleDefinitions.Composite(), new CandidateReview(Last, [new("X", "X", ChangeCause.MethodChange, method)], []), RevisionPolicy.InForce);

        Assert.Equal(expected, impact.Class);
        Assert.Equal(points == "0.00" ? 0 : 1, impact.Moved.Length);
        Assert.NotNull(impact.Why.English);
    }

    [Fact]
    public void Of_AValueThatWouldBeWithheld_IsMoved()
    {
        var value = Published.Values.Single(v => v.Node == Published.Version.Index && v.Period == Last);
        var candidate = Published with
        {
            Version = Published.Version with { DataVintage = new Vintage(Published.Version.DataVintage.Instant.AddDays(1)) },
            Values = Published.Values.Replace(value, value with { Text = null }),
        };

        var impact = RevisionImpact.Of(candidate, Published, SampleDefinitions.Composite(), CandidateReview.None, RevisionPolicy.InForce);

        Assert.Null(Assert.Single(impact.Moved).After);
        Assert.Equal(RevisionClass.Revision, impact.Class);
    }

    [Fact]
    public void Of_ANewPeriodAlone_NeedsNoNotice()
    {
        var next = SampleReleases.Of(SampleDefinitions.Composite(), Last.Plus(1), null, periods: 13);
        Assert.Equal(RevisionClass.NoNotice, RevisionImpact.Of(next, Published, SampleDefinitions.Composite(), CandidateReview.None, RevisionPolicy.InForce).Class);
    }
}
