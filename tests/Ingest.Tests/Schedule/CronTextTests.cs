using Ingest.Schedule;
using Xunit;

namespace Ingest.Tests.Schedule;

public sealed class CronTextTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 24, 4, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Preview_OfADailyCron_GivesTheNextTenInTheOfficesClock()
    {
        var preview = CronText.Preview(" 0 30 6 * * ? ", Noon);

        Assert.Null(preview.Fault);
        Assert.Equal("0 30 6 * * ?", preview.Cron);
        Assert.Equal(Enumerable.Range(0, 10).Select(day => new DateTimeOffset(2026, 11, 24, 22, 30, 0, TimeSpan.Zero).AddDays(day)), preview.Next);
    }

    [Theory]
    [InlineData("")]
    [InlineData("every morning")]
    [InlineData("0 30 6 * *")]
    [InlineData("0 30 25 * * ?")]
    [InlineData("0 0 6 * * ? 2020")]
    [InlineData("* * * * * ?")]
    public void Preview_OfWhatIsNoSchedule_SaysWhyInBothLanguages(string cron)
    {
        var preview = CronText.Preview(cron, Noon);

        Assert.Empty(preview.Next);
        Assert.Contains(cron.Trim(), preview.Fault!.Chinese, StringComparison.Ordinal);
        Assert.Contains(cron.Trim(), preview.Fault.English!, StringComparison.Ordinal);
    }
}
