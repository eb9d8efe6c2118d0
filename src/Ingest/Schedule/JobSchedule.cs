using System.Globalization;
using Indices.Methodology;
using Indices.Time;
using Ingest.Jobs;
using Quartz;

namespace Ingest.Schedule;

/// <summary>Every job with its name and its own cron, in the office's clock (Asia/Shanghai), and what becomes of a slot that was missed.</summary>
/// <remarks>
/// Every job looks at what is due when it runs, and visibility of a release depends on no job. Bringing files in and
/// recording publications therefore make up for missed slots with one run; a calculation never runs late on its own: its
/// missed slot is shown, and people recalculate.
/// </remarks>
internal static class JobSchedule
{
    /// <summary>So many failures in a row stop a job.</summary>
    internal const int MostFailures = 5;

    /// <summary>The jobs that exist whatever the data say, in the order of the daily work.</summary>
    internal static IReadOnlyList<ScheduledJob> Standing { get; } =
    [
        new(LoadDefinitionsJob.Key, typeof(LoadDefinitionsJob), new LocalText("载入方法与目录", "Load methodology and catalogue"), null),
        new(LoadFilesJob.Key, typeof(LoadFilesJob), new LocalText("读取收件夹", "Load files from the inbox"), "0/10 * * * * ?", WhenMissed.RunOnce),
        new(ReleaseDemoHistoryJob.Key, typeof(ReleaseDemoHistoryJob), new LocalText("生成演示发布历史", "Release the demonstration history"), null),
        new(PublishJob.Key, typeof(PublishJob), new LocalText("登记到时发布", "Record due publications"), "5/10 * * * * ?", WhenMissed.RunOnce),
        new(AlertJob.Key, typeof(AlertJob), new LocalText("发出提醒", "Send alerts"), "30 * * * * ?"),
    ];

    /// <summary>Every job that has a place in the day, in its order; the standing ones alone before definitions are loaded.</summary>
    internal static IReadOnlyList<ScheduledJob> Of(Definitions? definitions) =>
        definitions is null ? Standing : [.. Standing, .. Fetches(definitions), .. Calculations(definitions)];

    /// <summary>Works on orders of people; it is not started without one.</summary>
    internal static ScheduledJob OnRequest { get; } =
        new(RecalculateJob.Key, typeof(RecalculateJob), new LocalText("按要求重算", "Recalculate on request"), null);

    /// <summary>One calculation job an index, from 06:00 on, five minutes apart in the order of the definitions.</summary>
    internal static IEnumerable<ScheduledJob> Calculations(Definitions definitions) =>
        definitions.IndexCodes.Select((code, place) => new ScheduledJob(
            CalculateJob.KeyOf(code), typeof(CalculateJob), TitleOf(definitions, code),
            string.Create(CultureInfo.InvariantCulture, $"0 {place * 5 % 60} {6 + place / 12} * * ?"), WhenMissed.Skip, Recovers: true));

    /// <summary>One job for each source that is fetched, by the source's own schedule.</summary>
    internal static IEnumerable<ScheduledJob> Fetches(Definitions definitions) => definitions.Sources.All
        .Where(s => s is { IsFetched: true, IsEnabled: true })
        .Select(s => new ScheduledJob(
            new JobKey(s.FetchJob), typeof(FetchJob), new LocalText("抓取" + s.Name.Chinese, "Fetch " + (s.Name.English ?? s.Code)), s.Cron));

    private static LocalText TitleOf(Definitions definitions, string code)
    {
        var name = definitions.Versions(code)[^1].Name;
        return new LocalText("计算" + name.Chinese, "Calculate " + (name.English ?? code));
    }
}

/// <param name="Cron">Null: on demand and at start only.</param>
/// <param name="Recovers">A run that a killed process left unfinished is done again for the same slot.</param>
internal sealed record ScheduledJob(
    JobKey Key, Type Type, LocalText Title, string? Cron, WhenMissed Missed = WhenMissed.Skip, bool Recovers = false)
{
    internal TriggerKey TriggerKey => new(Key.Name, JobStart.Schedule);

    /// <summary>The trigger of a cron; the zone is always said, because the default is the machine's.</summary>
    /// <param name="clock">The scheduler's, from which the first fire time is reckoned.</param>
    internal ICronTrigger Trigger(string cron, TimeProvider clock) => (ICronTrigger)TriggerBuilder.Create(clock)
        .WithIdentity(TriggerKey)
        .ForJob(Key)
        .WithCronSchedule(cron, schedule => schedule
            .InTimeZone(OfficeClock.Zone)
            .WithMisfireInstruction(Missed == WhenMissed.RunOnce ? CronTriggerMisfireInstruction.FireAndProceed : CronTriggerMisfireInstruction.DoNothing))
        .Build();
}

/// <summary>What becomes of slots that passed more than a minute ago while nothing ran.</summary>
internal enum WhenMissed
{
    /// <summary>They are shown and not made up for.</summary>
    Skip,
    /// <summary>One run makes up for all of them and is marked late.</summary>
    RunOnce,
}
