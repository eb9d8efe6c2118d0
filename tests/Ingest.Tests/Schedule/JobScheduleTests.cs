using Indices.Time;
using Ingest.Schedule;
using Quartz;
using TestSupport;
using Xunit;

namespace Ingest.Tests.Schedule;

public sealed class JobScheduleTests
{
    [Fact]
    public void Crons_OfEveryJob_AreValidAndDistinctForCalculations()
    {
        var calculations = JobSchedule.Calculations(SeedDefinitions.All).ToList();
        Assert.Equal(SeedDefinitions.All.IndexCodes.Count(), calculations.Select(c => c.Cron).Distinct().Count());
        foreach (var job in JobSchedule.Standing.Concat(calculations).Where(j => j.Cron is not null))
            Assert.NotNull(new CronExpression(job.Cron!, OfficeClock.Zone).GetNextValidTimeAfter(DateTimeOffset.UnixEpoch));
    }

    [Fact]
    public void Calculation_FirstIndex_FiresAtSixInTheOfficesClock()
    {
        var first = JobSchedule.Calculations(SeedDefinitions.All).First();
        var cron = new CronExpression(first.Cron!, OfficeClock.Zone);
        var after = new DateTimeOffset(2026, 11, 24, 0, 0, 0, TimeSpan.Zero);
        // 06:00 in Shanghai is 22:00 UTC of the day before, summer and winter.
        Assert.Equal(new DateTimeOffset(2026, 11, 24, 22, 0, 0, TimeSpan.Zero), cron.GetNextValidTimeAfter(after));
    }
}
