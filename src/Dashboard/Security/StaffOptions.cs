namespace Dashboard.Security;

/// <summary>Where staff security keeps its things, and how strict it is.</summary>
/// <param name="DataDirectory">Absolute path of the data directory.</param>
/// <param name="IsSecondFactorRequired">Of those who decide, manage or audit.</param>
/// <param name="MustChangeFirstPassword">The first administrator chooses a password of their own before anything else.</param>
internal sealed record StaffOptions(
    string DataDirectory, PasswordPolicy PasswordPolicy = PasswordPolicy.Mlps, bool IsSecondFactorRequired = true, bool MustChangeFirstPassword = true)
{
    /// <summary>Folder of the data-protection keys; sessions survive a restart because they do.</summary>
    internal DirectoryInfo Keys => new(Path.Combine(DataDirectory, "keys"));

    /// <summary>Where the audit log ended, day by day.</summary>
    internal string AuditHeadsFile => Path.Combine(DataDirectory, "audit-heads.txt");
}
