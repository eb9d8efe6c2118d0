namespace Dashboard.PageModels.RecalculationPages;

/// <summary>A state by word, shape and colour together.</summary>
/// <param name="Class">CSS class of the colour.</param>
public sealed record PeriodLook(string Word, string Shape, string Class)
{
    public static PeriodLook Of(PeriodState state, Language language) => state switch
    {
        PeriodState.NotDue => new(language["未到期", "not due"], "·", "status-no-data"),
        PeriodState.Waiting => new(language["待数据", "waiting for input"], "◇", "status-behind"),
        PeriodState.Ready => new(language["可计算", "ready"], "○", "status-on-track"),
        PeriodState.Running => new(language["计算中", "running"], "●", "status-on-track"),
        PeriodState.Candidate => new(language["候选", "candidate"], "◆", "status-behind"),
        PeriodState.Approved => new(language["已批准", "approved"], "△", "status-met"),
        PeriodState.Published => new(language["已发布", "published"], "▲", "status-met"),
        PeriodState.Interrupted => new(language["中断", "interrupted"], "▣", "status-far-behind"),
        _ => new(language["失败", "failed"], "■", "status-far-behind"),
    };
}
