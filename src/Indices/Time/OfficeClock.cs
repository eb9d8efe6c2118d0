namespace Indices.Time;

/// <summary>The clock that the office lives by, fixed by where the office is and not by where the machine is.</summary>
public static class OfficeClock
{
    public static TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
}
