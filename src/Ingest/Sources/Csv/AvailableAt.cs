using System.Globalization;
using Indices.Time;

namespace Ingest.Sources.Csv;

/// <summary>When a value became known, as a file writes it.</summary>
internal static class AvailableAt
{
    private static readonly string[] Local = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF"];
    private static readonly string[] Absolute = [.. Local.Select(f => f + "zzz")];

    /// <summary>
    /// An instant as written; without an offset by the office's clock. A bare date is the last millisecond of that day:
    /// the hour is unknown, and no calculation may use a value before it was surely known. A date of the day on which the
    /// file itself came is the moment it came, because it was surely known then.
    /// </summary>
    internal static Vintage? TryParse(string text, FileContext context)
    {
        var zone = context.OfficeTimeZone;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            var end = EndOf(day, zone);
            return context.ReceivedAt is { } received && received < end && DayOf(received, zone) == day ? received : end;
        }
        if (DateTimeOffset.TryParseExact(text.Replace("Z", "+00:00", StringComparison.Ordinal), Absolute, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant))
            return new Vintage(instant);
        return DateTime.TryParseExact(text, Local, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) && !zone.IsInvalidTime(local)
            ? OfLocal(local, zone) : null;
    }

    /// <summary>The last millisecond of a day.</summary>
    internal static Vintage EndOf(DateOnly day, TimeZoneInfo zone) => OfLocal(day.ToDateTime(new TimeOnly(23, 59, 59, 999)), zone);

    /// <summary>The day of an instant on a clock.</summary>
    internal static DateOnly DayOf(Vintage vintage, TimeZoneInfo zone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(vintage.Instant, zone).DateTime);

    /// <summary>The vintage that a row's cell says, or what the context says for rows without one. Null after a fault.</summary>
    /// <param name="end">Last day of what the row is about.</param>
    /// <param name="parse">Reads a cell.</param>
    internal static Vintage Of(RowReader row, FileContext context, DateOnly end, Func<string, Vintage?> parse)
    {
        var vintage = row.Value(ObservationColumns.AvailableAt, parse,
            context.ReceivedAt ?? EndOf(end, context.OfficeTimeZone), Reasons.NotAnInstant.Chinese, Reasons.NotAnInstant.English);
        if (context.ReceivedAt is { } received && vintage > received)
            row.Refuse(ObservationColumns.AvailableAt, Reasons.KnownLater.Chinese, Reasons.KnownLater.English);
        return vintage;
    }

    // The first and last day of the calendar have no UTC instant on every clock.
    private static Vintage OfLocal(DateTime local, TimeZoneInfo zone)
    {
        var ticks = local.Ticks - zone.GetUtcOffset(local).Ticks;
        return new Vintage(new DateTimeOffset(Math.Clamp(ticks, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks), TimeSpan.Zero));
    }
}
