namespace Dashboard.PageModels.SchedulePages;

/// <param name="Cron">Null: back to the program's own.</param>
public sealed record ScheduleChange(string? Cron, string Reason);
