namespace Indices.Accounts;

/// <summary>A member of staff.</summary>
/// <param name="Stamp">Changes with password, role or state, and when all sessions are ended; a session with another stamp has ended.</param>
/// <param name="PasswordSetAt">When the password was chosen or handed over.</param>
/// <param name="HasSecondFactor">A login asks for a code after the password.</param>
public sealed record Account(
    long Id,
    string Name,
    string PasswordHash,
    DateTimeOffset PasswordSetAt,
    Role Role,
    string Stamp,
    bool IsDisabled,
    int FailedLogins,
    DateTimeOffset? LockedUntil,
    bool MustChangePassword,
    bool HasSecondFactor);
