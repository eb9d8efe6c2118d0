using Indices.Accounts;

namespace Dashboard.Security;

/// <summary>What a person owes before anything else may be done.</summary>
public enum Duty
{
    /// <summary>Choose a password: the present one was handed over, or is older than the policy allows.</summary>
    NewPassword,
    /// <summary>Enrol a second factor.</summary>
    SecondFactor,
}

internal sealed class Duties(StaffOptions options, TimeProvider time)
{
    /// <summary>The first that is owed; null when nothing is.</summary>
    internal Duty? Of(Account account) =>
        account.MustChangePassword || PasswordRules.IsOverdue(options.PasswordPolicy, account.PasswordSetAt, time.GetUtcNow()) ? Duty.NewPassword
        : options.IsSecondFactorRequired && account.Role.Includes(Role.Auditor) && !account.HasSecondFactor ? Duty.SecondFactor
        : null;

    /// <summary>The page where it is done.</summary>
    internal static string Page(Duty duty) => duty == Duty.NewPassword ? DashboardUrls.ConsolePassword : DashboardUrls.ConsoleSecondFactor;
}
