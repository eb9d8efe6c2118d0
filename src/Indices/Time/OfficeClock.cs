namespace Indices.Time;

/// <summary>The clock that the office lives by, fixed by where the office is and not by where the machine is.</summary>
public static class OfficeClock
{
    public static TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    /// <summary>The day that an instant falls in.</summary>
    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Zone).DateTime);

    /// <summary>The last moment of a day before 9999-12-31.</summary>
    public static DateTimeOffset EndOf(DateOnly day) => At(day.AddDays(1).ToDateTime(TimeOnly.MinValue)).AddTicks(-1);

    /// <summary>The instant at which the office's clock shows a date and time.</summary>
    public static DateTimeOffset At(DateTime shown) => new(shown, Zone.GetUtcOffset(shown));
}
