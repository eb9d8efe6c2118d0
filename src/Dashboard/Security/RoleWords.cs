using Indices.Accounts;

namespace Dashboard.Security;

/// <summary>What staff call the roles.</summary>
internal static class RoleWords
{
    internal static string Of(Role role, Language language) => role switch
    {
        Role.Viewer => language["查看", "viewer"],
        Role.Auditor => language["审计", "auditor"],
        Role.Operator => language["操作员", "operator"],
        Role.Reviewer => language["审核", "reviewer"],
        _ => language["管理", "administrator"],
    };
}
