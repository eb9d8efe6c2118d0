using System.Globalization;
using Indices.Methodology;
using Ingest.Jobs;
using Quartz;

namespace Ingest.Schedule;

/// <summary>Every job with its name and its cron, in the office's clock (Asia/Shanghai).</summary>
/// <remarks>
/// Nothing here fires late on its own: a missed slot is skipped (<c>DoNothing</c>), because every job looks at what is
/// due when it next runs, and visibility of a release depends on no job.
/// </remarks>
internal static class JobSchedule
{
    /// <summary>The jobs that exist whatever the data say, in the order of the daily work.</summary>
    internal static IReadOnlyList<ScheduledJob> Standing { get; } =
    [
        new(LoadDefinitionsJob.Key, typeof(LoadDefinitionsJob), new LocalText("载入方法与目录", "Load methodology and catalogue"), null),
        new(LoadFilesJob.Key, typeof(LoadFilesJob), new LocalText("读取收件夹", "Load files from the inbox"), "0/10 * * * * ?"),
        new(ReleaseDemoHistoryJob.Key, typeof(ReleaseDemoHistoryJob), new LocalText("生成演示发布历史", "Release the demonstration history"), null),
        new(PublishJob.Key, typeof(PublishJob), new LocalText("登记到时发布", "Record due publications"), "5/10 * * * * ?"),
    ];

    /// <summary>One calculation job an index, from 06:00 on, five minutes apart in the order of the definitions.</summary>
    internal static IEnumerable<ScheduledJob> Calculations(Definitions definitions) =>
        definitions.IndexCodes.Select((code, place) => new ScheduledJob(
            CalculateJob.KeyOf(code), typeof(CalculateJob), TitleOf(definitions, code),
            string.Create(CultureInfo.InvariantCulture, $"0 {place * 5 % 60} {6 + place / 12} * * ?")));

    private static LocalText TitleOf(Definitions definitions, string code)
    {
        var name = definitions.Versions(code)[^1].Name;
        return new LocalText("计算" + name.Chinese, "Calculate " + (name.English ?? code));
    }
}

/// <param name="Cron">Null: on demand and at start only.</param>
internal sealed record ScheduledJob(JobKey Key, Type Type, LocalText Title, string? Cron);
