using System.Globalization;

namespace Dashboard.PageModels.SchedulePages;

/// <summary>A schedule in words, for the shapes that people use; what is rarer shows its cron and its next fire times.</summary>
public static class CronWords
{
    private static readonly (string Code, string Chinese, string English)[] s_weekdays =
    [
        ("SUN", "周日", "Sunday"), ("MON", "周一", "Monday"), ("TUE", "周二", "Tuesday"), ("WED", "周三", "Wednesday"),
        ("THU", "周四", "Thursday"), ("FRI", "周五", "Friday"), ("SAT", "周六", "Saturday"),
    ];

    /// <summary>Null when there are no words for it.</summary>
    public static string? Of(string cron, Language language)
    {
        if (cron.Split(' ', StringSplitOptions.RemoveEmptyEntries) is not [var seconds, var minutes, var hours, var days, var months, var weekdays] || months != "*")
            return null;
        var isEveryDay = days is "*" or "?" && weekdays is "*" or "?";
        return (Step(seconds), Step(minutes), Number(seconds), Number(minutes), Number(hours)) switch
        {
            ({ } step, _, _, _, _) when minutes == "*" && hours == "*" && isEveryDay => language[$"每 {step} 秒", $"every {step} seconds"],
            (_, { } step, { }, _, _) when hours == "*" && isEveryDay => language[$"每 {step} 分钟", $"every {step} minutes"],
            (_, _, { } second, _, _) when minutes == "*" && hours == "*" && isEveryDay => language[$"每分钟第 {second} 秒", $"every minute at second {second}"],
            (_, _, { }, { } minute, _) when hours == "*" && isEveryDay => language[$"每小时第 {minute} 分", $"every hour at minute {minute}"],
            (_, _, { } second, { } minute, { } hour) when DayWords(days, weekdays, isEveryDay, language) is { } day => $"{day} {Time(hour, minute, second)}",
            _ => null,
        };
    }

    private static string? DayWords(string days, string weekdays, bool isEveryDay, Language language)
    {
        if (isEveryDay)
            return language["每天", "every day at"];
        if (weekdays is "?" or "*")
            return days == "L" ? language["每月最后一天", "on the last day of every month at"]
                : Number(days) is { } day ? language[$"每月 {day} 日", $"on day {day} of every month at"]
                : null;
        if (days is not ("?" or "*"))
            return null;
        if (weekdays is "MON-FRI" or "2-6")
            return language["周一至周五", "Monday to Friday at"];
        var names = weekdays.Split(',').Select(w => s_weekdays.FirstOrDefault(d => d.Code == w || Number(w) is { } place and >= 1 and <= 7 && s_weekdays[place - 1].Code == d.Code)).ToArray();
        return names.All(n => n.Code is not null)
            ? language["每" + string.Join('、', names.Select(n => n.Chinese)), "every " + string.Join(", ", names.Select(n => n.English)) + " at"]
            : null;
    }

    private static string Time(int hour, int minute, int second) => string.Create(
        CultureInfo.InvariantCulture, $"{hour:00}:{minute:00}{(second == 0 ? "" : $":{second:00}")}");

    private static int? Number(string field) => int.TryParse(field, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The step of <c>0/10</c> or <c>*/10</c>.</summary>
    private static int? Step(string field) => field.Split('/') is [var start, var step] && (start == "*" || Number(start) is not null) ? Number(step) : null;
}
