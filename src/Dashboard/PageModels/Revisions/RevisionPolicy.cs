using Indices.Methodology;

namespace Dashboard.PageModels.Revisions;

/// <summary>The written policy (docs/revision-policy.md) as data: what makes a change one of each class, and what is done about it.</summary>
/// <param name="CorrectionAbovePoints">An error of ours is corrected at once when a published value moves by more than this, in index points.</param>
public sealed record RevisionPolicy(decimal CorrectionAbovePoints)
{
    public static RevisionPolicy InForce { get; } = new(0.05m);

    public LocalText Name(RevisionClass revision) => revision switch
    {
        RevisionClass.NoNotice => new("无需公告", "no notice"),
        RevisionClass.Revision => new("修订", "revision"),
        _ => new("更正", "correction"),
    };

    public LocalText Action(RevisionClass revision) => revision switch
    {
        RevisionClass.NoNotice => new("已发布的数字没有变动，随下次发布即可。", "No printed value moves; it goes out with the next release."),
        RevisionClass.Revision => new("数据更新所致，按计划随发布说明修订。", "It comes of newer data; it is released as a planned revision with its reason."),
        _ => new("非数据更新所致或超出开放期，须在一个工作日内更正并公告。", "It does not come of newer data, or lies outside the open window: correct and announce within one working day."),
    };
}

public enum RevisionClass
{
    NoNotice,
    Revision,
    Correction,
}
