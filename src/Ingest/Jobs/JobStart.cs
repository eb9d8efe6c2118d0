using Quartz;

namespace Ingest.Jobs;

/// <summary>How a run was started, carried in the job's data.</summary>
internal static class JobStart
{
    internal const string Schedule = "schedule";
    internal const string Startup = "startup";
    internal const string Manual = "manual";
    /// <summary>New values came in.</summary>
    internal const string Inputs = "inputs";

    private const string TriggerKey = "trigger";
    private const string StartedByKey = "startedBy";
    private const string PeriodKey = "period";

    internal static JobDataMap By(string trigger) => new() { [TriggerKey] = trigger };

    internal static JobDataMap ByHand(string account, string? period)
    {
        var data = By(Manual);
        data[StartedByKey] = account;
        if (period is not null)
            data[PeriodKey] = period;
        return data;
    }

    internal static string TriggerOf(IJobExecutionContext context) => Text(context, TriggerKey) ?? Schedule;

    internal static string StartedByOf(IJobExecutionContext context) => Text(context, StartedByKey) ?? "scheduler";

    internal static string? PeriodOf(IJobExecutionContext context) => Text(context, PeriodKey);

    private static string? Text(IJobExecutionContext context, string key) =>
        context.MergedJobDataMap.TryGetValue(key, out var value) ? value as string : null;
}
