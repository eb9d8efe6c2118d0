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
    private const string RestKey = "rest";
    private const char Separator = ' ';

    internal static JobDataMap By(string trigger) => new() { [TriggerKey] = trigger };

    /// <param name="rest">What is to run after this, in order.</param>
    internal static JobDataMap By(string trigger, IEnumerable<string> rest) =>
        new() { [TriggerKey] = trigger, [RestKey] = string.Join(Separator, rest) };

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

    internal static string[] RestOf(IJobExecutionContext context) =>
        Text(context, RestKey)?.Split(Separator, StringSplitOptions.RemoveEmptyEntries) ?? [];

    private static string? Text(IJobExecutionContext context, string key) =>
        context.MergedJobDataMap.TryGetValue(key, out var value) ? value as string : null;
}
