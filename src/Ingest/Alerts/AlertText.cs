using System.Globalization;
using Indices.Alerts;
using Indices.Time;

namespace Ingest.Alerts;

/// <summary>Alerts in words, Chinese first.</summary>
internal static class AlertText
{
    internal static string Subject(IReadOnlyList<OpenAlert> alerts) => alerts is [var one]
        ? one.Cause.Chinese
        : string.Create(CultureInfo.InvariantCulture, $"{alerts.Count} 项提醒 · {alerts.Count} alerts");

    internal static string Body(IReadOnlyList<OpenAlert> alerts) => string.Join("\n\n", alerts.Select(a =>
        $"{Instant(a.OpenedAt)}\n{a.Cause.Chinese}\n{a.Cause.English}"));

    /// <summary>In the office's clock, to the minute.</summary>
    internal static string Instant(DateTimeOffset instant) =>
        TimeZoneInfo.ConvertTime(instant, OfficeClock.Zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
