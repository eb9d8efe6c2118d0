using System.Globalization;
using Quartz;

namespace Ingest.Jobs;

/// <summary>How a run was started, carried in the job's data.</summary>
internal static class JobStart
{
    internal const string Schedule = "schedule";
    internal const string Startup = "startup";
    internal const string Manual = "manual";
    /// <summary>Done again because a process was killed in the middle of it.</summary>
    internal const string Recovery = "recovery";
    /// <summary>New values came in.</summary>
    internal const string Inputs = "inputs";

    private const string TriggerKey = "trigger";
    private const string StartedByKey = "startedBy";
    private const string RecalculationKey = "recalculation";
    private const string RestKey = "rest";
    private const char Separator = ' ';

    internal static JobDataMap By(string trigger) => new() { [TriggerKey] = trigger };

    /// <param name="rest">What is to run after this, in order.</param>
    internal static JobDataMap By(string trigger, IEnumerable<string> rest) =>
        new() { [TriggerKey] = trigger, [RestKey] = string.Join(Separator, rest) };

    /// <param name="recalculation">The order to work on; null for jobs that find their work themselves.</param>
    internal static JobDataMap ByHand(string account, long? recalculation = null)
    {
        var data = By(Manual);
        data[StartedByKey] = account;
        if (recalculation is { } id)
            data[RecalculationKey] = id.ToString(CultureInfo.InvariantCulture);
        return data;
    }

    internal static string TriggerOf(IJobExecutionContext context) => Text(context, TriggerKey) ?? Schedule;

    internal static string StartedByOf(IJobExecutionContext context) => Text(context, StartedByKey) ?? "scheduler";

    internal static long? RecalculationOf(IJobExecutionContext context) =>
        Text(context, RecalculationKey) is { } id ? long.Parse(id, CultureInfo.InvariantCulture) : null;

    internal static string[] RestOf(IJobExecutionContext context) =>
        Text(context, RestKey)?.Split(Separator, StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>Has a job start what comes next, unless the program goes down meanwhile: then the next start of the program starts it.</summary>
    internal static async Task GoOn(IScheduler scheduler, Func<Task> next)
    {
        try
        {
            if (!IsGoingDown(scheduler))
                await next();
        }
        catch (SchedulerException) when (IsGoingDown(scheduler))
        {
        }
    }

    private static bool IsGoingDown(IScheduler scheduler) => scheduler.Status is SchedulerStatus.ShuttingDown or SchedulerStatus.Shutdown;

    private static string? Text(IJobExecutionContext context, string key) =>
        context.MergedJobDataMap.TryGetValue(key, out var value) ? value as string : null;
}
