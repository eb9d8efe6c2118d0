using Crash;
using Xunit;

namespace Dashboard.Tests.Restart;

/// <summary>
/// The program is killed while it takes files in, while staff accept one, while it recalculates and while a candidate is
/// approved. This is the short form of tests/kill.sh.
/// </summary>
public sealed class KilledWorkTests(KilledWorkTests.Prepared prepared) : IClassFixture<KilledWorkTests.Prepared>
{
    private const int Seed = 20261124;

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task Work_KilledAtRandomInstants_IsThereWholeOrNotAtAllAndEndsAsIfUndisturbed()
    {
        var report = await prepared.Harness.Random(3, Seed, Limit);

        Assert.Equal(3, report.Kills);
        Assert.Empty(report.Faults);
    }

    [Fact]
    public async Task Work_KilledAtSystemCalls_IsThereWholeOrNotAtAllAndEndsAsIfUndisturbed()
    {
        Assert.SkipUnless(Life.CanChoose, "strace is not installed: killed at random instants alone");

        var reports = await prepared.Harness.AtCalls(boundaries: 1, writes: 2, Seed, Limit);

        Assert.InRange(reports.Sum(r => r.Kills), 4, 10);
        Assert.Empty(reports.SelectMany(r => r.Faults));
    }

    [Fact]
    public async Task NaiveTwin_KilledAtRandomInstants_IsFoundBroken() => Assert.NotEmpty((await prepared.Harness.RandomOfTheTwin(3, Seed, Limit)).Faults);

    public sealed class Prepared : IAsyncLifetime
    {
        internal Harness Harness { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Harness = await Harness.Open(_ => { });

        public ValueTask DisposeAsync()
        {
            Harness.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
