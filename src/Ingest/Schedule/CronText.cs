using System.Collections.Immutable;
using Indices.Methodology;
using Indices.Provenance;
using Indices.Time;
using Quartz;

namespace Ingest.Schedule;

/// <summary>Reads a cron as people type it.</summary>
internal static class CronText
{
    private const int Shown = 10;
    private static readonly TimeSpan s_shortest = TimeSpan.FromSeconds(5);

    /// <summary>The next fire times after an instant, or why the text is not a schedule.</summary>
    internal static SchedulePreview Preview(string cron, DateTimeOffset after)
    {
        var text = cron.Trim();
        if (!CronExpression.TryParse(text, out var parsed))
            return new(text, new LocalText(
                $"“{text}”不是 cron。依次为：秒 分 时 日 月 周，如 0 30 6 * * ?。",
                $"'{text}' is not a cron: seconds minutes hours day month weekday, such as 0 30 6 * * ?."), []);
        var expression = parsed.WithTimeZone(OfficeClock.Zone);
        var next = ImmutableArray.CreateBuilder<DateTimeOffset>();
        for (var at = expression.GetNextValidTimeAfter(after); at is { } slot && next.Count < Shown; at = expression.GetNextValidTimeAfter(slot))
            next.Add(slot);
        if (next.Count == 0)
            return new(text, new LocalText($"“{text}”今后不再触发。", $"'{text}' never fires again."), []);
        if (next.Zip(next.Skip(1), (first, second) => second - first).Any(gap => gap < s_shortest))
            return new(text, new LocalText($"“{text}”过于频繁，至少间隔 5 秒。", $"'{text}' is too frequent; at least 5 seconds apart."), []);
        return new(text, null, next.ToImmutable());
    }
}
