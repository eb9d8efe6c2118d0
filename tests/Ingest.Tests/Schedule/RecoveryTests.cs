using System.Diagnostics;
using System.Globalization;
using Indices.Methodology;
using Ingest.Schedule;
using Microsoft.Extensions.DependencyInjection;
using Quartz;
using Xunit;

namespace Ingest.Tests.Schedule;

/// <summary>
/// A process is killed two seconds into a job that recovers, and another one is started on the same file. KILLS sets how
/// often (1 here; tests/kill-job.sh runs the long form).
/// </summary>
public sealed class RecoveryTests
{
    private const string Folder = "RECOVERY_FOLDER";

    private static readonly int Kills = int.Parse(Environment.GetEnvironmentVariable("KILLS") ?? "1", CultureInfo.InvariantCulture);

    private static readonly ScheduledJob Job = new(new JobKey("slow"), typeof(SlowJob), new LocalText("慢", "slow"), "0/1 * * * * ?", WhenMissed.Skip, Recovers: true);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Job_KilledInTheMiddle_IsDoneOnceMoreForTheSameSlot()
    {
        for (var kill = 0; kill < Kills; kill++)
        {
            var folder = Directory.CreateTempSubdirectory("dashboard-recovery-");
            var slot = await KillInTheMiddle(folder.FullName);

            var recovered = new List<(DateTimeOffset Slot, bool IsRecovering)>();
            var later = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            await using (var rig = await SchedulerRig.Open(Path.Combine(folder.FullName, "schedule.db"), services => services.AddSingleton<Action<IJobExecutionContext>>(context =>
            {
                lock (recovered)
                {
                    recovered.Add((context.ScheduledFireTimeUtc!.Value, context.Recovering));
                    // Later slots are not lost either.
                    if (recovered.Exists(r => r.IsRecovering) && recovered.Exists(r => !r.IsRecovering))
                        later.TrySetResult();
                }
            })))
            {
                await JobRegistrar.Register(rig.Scheduler, Job, null, Cancellation);
                await rig.Scheduler.Start(Cancellation);
                await later.Task.WaitAsync(Cancellation);
            }

            Assert.Equal(slot, Assert.Single(recovered, r => r.IsRecovering).Slot);
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Run by the test above in a process of its own, which it kills; without it there is nothing to do.</summary>
    [Fact]
    public async Task Job_OfAProcessToBeKilled_NeverEnds()
    {
        if (Environment.GetEnvironmentVariable(Folder) is not { } folder)
            return;
        await using var rig = await SchedulerRig.Open(Path.Combine(folder, "schedule.db"), services => services.AddSingleton<Action<IJobExecutionContext>>(context =>
        {
            File.WriteAllText(Path.Combine(folder, "slot.tmp"), context.ScheduledFireTimeUtc!.Value.ToString("O", CultureInfo.InvariantCulture));
            File.Move(Path.Combine(folder, "slot.tmp"), Path.Combine(folder, "slot"));
            Thread.Sleep(Timeout.Infinite);
        }));
        await JobRegistrar.Register(rig.Scheduler, Job, null, Cancellation);
        await rig.Scheduler.Start(Cancellation);
        await Task.Delay(Timeout.Infinite, Cancellation);
    }

    /// <returns>The slot that the killed process was working for.</returns>
    private static async Task<DateTimeOffset> KillInTheMiddle(string folder)
    {
        var start = new ProcessStartInfo(
            Path.ChangeExtension(typeof(RecoveryTests).Assembly.Location, null), ["-method", $"{typeof(RecoveryTests).FullName}.{nameof(Job_OfAProcessToBeKilled_NeverEnds)}"])
        { RedirectStandardOutput = true };
        start.Environment[Folder] = folder;
        using var process = Process.Start(start)!;
        var slot = Path.Combine(folder, "slot");
        while (!File.Exists(slot))
        {
            Assert.False(process.HasExited, "the process ended before it was killed");
            await Task.Delay(50, Cancellation);
        }
        await Task.Delay(TimeSpan.FromSeconds(2), Cancellation);
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(Cancellation);
        return DateTimeOffset.Parse(await File.ReadAllTextAsync(slot, Cancellation), CultureInfo.InvariantCulture);
    }

    [DisallowConcurrentExecution]
    internal sealed class SlowJob(Action<IJobExecutionContext> seen) : IJob
    {
        public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
        {
            seen(context);
            return ValueTask.CompletedTask;
        }
    }
}
