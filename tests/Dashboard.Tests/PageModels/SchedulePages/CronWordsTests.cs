using Dashboard.PageModels.SchedulePages;
using Xunit;

namespace Dashboard.Tests.PageModels.SchedulePages;

public sealed class CronWordsTests
{
    [Theory]
    [InlineData("0/10 * * * * ?", "每 10 秒", "every 10 seconds")]
    [InlineData("0 0/15 * * * ?", "每 15 分钟", "every 15 minutes")]
    [InlineData("0 */5 * * * ?", "每 5 分钟", "every 5 minutes")]
    [InlineData("30 * * * * ?", "每分钟第 30 秒", "every minute at second 30")]
    [InlineData("0 5 * * * ?", "每小时第 5 分", "every hour at minute 5")]
    [InlineData("0 30 6 * * ?", "每天 06:30", "every day at 06:30")]
    [InlineData("15 30 6 * * ?", "每天 06:30:15", "every day at 06:30:15")]
    [InlineData("0 0 9 ? * MON-FRI", "周一至周五 09:00", "Monday to Friday at 09:00")]
    [InlineData("0 0 9 ? * MON,4", "每周一、周三 09:00", "every Monday, Wednesday at 09:00")]
    [InlineData("0 0 9 20 * ?", "每月 20 日 09:00", "on day 20 of every month at 09:00")]
    [InlineData("0 0 9 L * ?", "每月最后一天 09:00", "on the last day of every month at 09:00")]
    [InlineData("0 0 9 ? * 6#3", null, null)]
    [InlineData("0 0 9 1 1 ?", null, null)]
    [InlineData("0 0 9-17 * * ?", null, null)]
    [InlineData("soon", null, null)]
    public void Of_ACron_SaysItInBothLanguages(string cron, string? chinese, string? english) =>
        Assert.Equal((chinese, english), (CronWords.Of(cron, Language.Chinese), CronWords.Of(cron, Language.English)));
}
