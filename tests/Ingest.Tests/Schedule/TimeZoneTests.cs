using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Ingest.Schedule;
using Quartz;
using TestSupport;
using Xunit;

namespace Ingest.Tests.Schedule;

/// <summary>The machine's time zone moves no fire time.</summary>
public sealed class TimeZoneTests
{
    private const string Expected = "EXPECTED_FIRES";

    // Calculations are looked at for all 24 months; what fires every ten seconds for its first days.
    private const int MostFires = 20_000;

    private static readonly DateTimeOffset From = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("UTC")]
    [InlineData("America/New_York")]
    public async Task Fires_Of24Months_AreTheSameInstantsOnAMachineInAnotherZone(string zone) => Assert.Null(await OwnTest.Fault(
        typeof(TimeZoneTests), nameof(Fires_HereAndNow_AreThoseExpected), [$"TZ={zone}", $"{Expected}={Digest()}"], TestContext.Current.CancellationToken));

    /// <summary>Run by the test above in a process of its own; here it compares with nothing but itself.</summary>
    [Fact]
    public void Fires_HereAndNow_AreThoseExpected() => Assert.Equal(Environment.GetEnvironmentVariable(Expected) ?? Digest(), Digest());

    private static string Digest()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var job in JobSchedule.Standing.Concat(JobSchedule.Calculations(SeedDefinitions.All)).Where(j => j.Cron is not null))
            foreach (var at in Fires(job.Trigger(job.Cron!, TimeProvider.System)).Take(MostFires))
                hash.AppendData(Encoding.UTF8.GetBytes(at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static IEnumerable<DateTimeOffset> Fires(ICronTrigger trigger)
    {
        var cron = new CronExpression(trigger.CronExpressionString!, trigger.TimeZone);
        for (var at = cron.GetNextValidTimeAfter(From); at is { } fire && fire < From.AddMonths(24); at = cron.GetNextValidTimeAfter(fire))
            yield return fire;
    }
}
