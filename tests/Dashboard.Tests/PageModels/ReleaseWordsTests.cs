using Dashboard.PageModels;
using Indices.Observations;
using Indices.Releases;
using Indices.Time;
using TestSupport;
using Xunit;

namespace Dashboard.Tests.PageModels;

public class ReleaseWordsTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 4, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(ReleaseState.Candidate, 0, "待审核", "awaiting review")]
    [InlineData(ReleaseState.Rejected, 0, "已作废", "set aside")]
    [InlineData(ReleaseState.Reviewed, 1, "已审核，待批准", "reviewed, awaiting approval")]
    [InlineData(ReleaseState.Approved, 1, "已批准，待发布", "approved, not yet due")]
    [InlineData(ReleaseState.Approved, 0, "已发布", "published")]
    [InlineData(ReleaseState.Approved, -1, "已发布", "published")]
    public void State_OfAVersion_IsSaidInBothLanguages(ReleaseState state, int secondsUntilDue, string chinese, string english)
    {
        var version = SampleReleases.Of(SampleDefinitions.Composite(), Period.OfQuarter(2026, 3), null).Version with
        {
            State = state,
            ReleaseAt = state == ReleaseState.Approved ? Now.AddSeconds(secondsUntilDue) : null,
        };

        Assert.Equal(chinese, ReleaseWords.State(version, Now, Language.Chinese));
        Assert.Equal(english, ReleaseWords.State(version, Now, Language.English));
    }

    [Theory]
    [InlineData("数据更新\nnewer data", "数据更新", "newer data")]
    [InlineData("口径不对", "口径不对", "口径不对")]
    [InlineData("一\ntwo\nthree", "一", "two\nthree")]
    [InlineData(null, null, null)]
    public void Kept_Text_IsSaidInOneLanguageAtATime(string? text, string? chinese, string? english)
    {
        Assert.Equal(chinese, ReleaseWords.Kept(text, Language.Chinese));
        Assert.Equal(english, ReleaseWords.Kept(text, Language.English));
    }

    [Fact]
    public void EveryStatusOriginAndKind_HasWordsOfItsOwnInEachLanguage()
    {
        foreach (var language in new[] { Language.Chinese, Language.English })
        {
            Assert.Distinct(Enum.GetValues<Origin>().Select(o => StatusWords.Of(o, language)));
            Assert.Distinct(Enum.GetValues<ReleaseKind>().Select(k => StatusWords.Of(k, language)));
            Assert.All(Enum.GetValues<ObservationStatus>(), s => Assert.NotEqual("", StatusWords.Of(s, language)));
        }
    }
}
