namespace Indices.Accounts;

/// <summary>What a member of staff is there for.</summary>
public enum Role
{
    /// <summary>查看: sees the pages of the console.</summary>
    Viewer,
    /// <summary>审计: sees the pages and the audit log, checks the log, and changes nothing.</summary>
    Auditor,
    /// <summary>操作员: brings data in and runs jobs.</summary>
    Operator,
    /// <summary>审核: what an operator and an auditor may, and approves and publishes.</summary>
    Reviewer,
    /// <summary>管理: what a reviewer may, and manages accounts. Nobody may change or clear the audit log.</summary>
    Administrator,
}

public static class Roles
{
    /// <summary>True when who holds <paramref name="held"/> may do what <paramref name="least"/> may.</summary>
    /// <remarks>Not a ladder: an operator does not see the audit log, and an auditor does not work.</remarks>
    public static bool Includes(this Role held, Role least) =>
        held == least || least == Role.Viewer || (held > least && (least != Role.Auditor || held >= Role.Reviewer));
}
