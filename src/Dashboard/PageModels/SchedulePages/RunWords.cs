using System.Globalization;
using Indices.Provenance;

namespace Dashboard.PageModels.SchedulePages;

/// <summary>Facts of job runs and of what holds them back, in words.</summary>
public static class RunWords
{
    // Later than this is worth a word; below it is the ordinary business of a busy machine.
    private static readonly TimeSpan s_late = TimeSpan.FromMinutes(1);

    public static string Trigger(JobRun run, Language language) => run.Trigger switch
    {
        "startup" => language["启动", "start"],
        "manual" => language[$"手动 · {run.StartedBy}", $"by hand · {run.StartedBy}"],
        "inputs" => language["数据更新", "new inputs"],
        "recovery" => language["恢复", "recovery"],
        _ => language["计划", "schedule"],
    };

    public static string Took(JobRun run, DateTimeOffset now) =>
        ((run.EndedAt ?? now) - run.StartedAt).TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture) + " s";

    /// <summary>Null when the run was on time.</summary>
    public static string? Late(JobRun run, Language language) => run.Lateness < s_late
        ? null
        : language[$"迟 {(int)run.Lateness.TotalMinutes} 分钟", $"{(int)run.Lateness.TotalMinutes} min late"];

    /// <summary>Null for a first attempt.</summary>
    public static string? Attempt(JobRun run, Language language) => run.Attempt == 1
        ? null
        : language[$"第 {run.Attempt} 次", $"attempt {run.Attempt}"];

    public static string Hold(ScheduleEvent hold, Language language) => hold.Kind == ScheduleEventKind.Stopped
        ? language[$"连续失败，已停止（{Figures.Instant(hold.At)}）", $"stopped after failures in a row ({Figures.Instant(hold.At)})"]
        : language[$"{hold.By} 暂停（{Figures.Instant(hold.At)}）", $"paused by {hold.By} ({Figures.Instant(hold.At)})"];

    public static string Event(ScheduleEvent happened, Language language) => happened.Kind switch
    {
        ScheduleEventKind.Changed => language[$"计划改为 {happened.Cron}", $"schedule changed to {happened.Cron}"],
        ScheduleEventKind.Reset => language["恢复默认计划", "back to the default schedule"],
        ScheduleEventKind.Paused => language["暂停", "paused"],
        ScheduleEventKind.Stopped => language["连续失败后停止", "stopped after failures in a row"],
        _ => language["恢复运行", "released"],
    } + (happened.Job == ScheduleEvent.AllJobs ? language["（全部作业）", " (all jobs)"] : "");
}
