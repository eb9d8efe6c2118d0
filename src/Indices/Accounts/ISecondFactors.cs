namespace Indices.Accounts;

/// <summary>What proves a login beside the password: codes by the time (TOTP, RFC 6238), or a recovery code, each good for once.</summary>
/// <param name="Secret">As it was given to be kept: encrypted.</param>
/// <param name="LastStep">Time step of the last code that was taken; older ones are refused.</param>
/// <param name="Failures">Wrong codes in a row.</param>
/// <param name="RecoveryCodes">How many are left.</param>
public sealed record SecondFactor(string Secret, long LastStep, int Failures, DateTimeOffset? LockedUntil, int RecoveryCodes);

public interface ISecondFactorReader
{
    Task<SecondFactor?> Find(string name, CancellationToken cancellation = default);
}

/// <summary>Every change and its line in the audit log are one transaction.</summary>
public interface ISecondFactorWriter
{
    /// <param name="timeStep">Time step of the code that confirmed it.</param>
    /// <param name="recoveryHashes">Hashes of the recovery codes.</param>
    /// <exception cref="InvalidOperationException">The account has a second factor already.</exception>
    Task Enrol(string name, string secret, long timeStep, IReadOnlyList<string> recoveryHashes, AuditEntry audit, CancellationToken cancellation = default);

    /// <returns>False, logged as a replay, when a code of this step or a later one was taken before.</returns>
    Task<bool> TakeStep(string name, long timeStep, AuditEntry audit, CancellationToken cancellation = default);

    /// <returns>False, and nothing logged, when there is no such code left.</returns>
    Task<bool> TakeRecoveryCode(string name, string hash, AuditEntry audit, CancellationToken cancellation = default);

    Task RecordWrongCode(string name, int failures, DateTimeOffset? lockedUntil, AuditEntry audit, CancellationToken cancellation = default);

    /// <summary>Removes the second factor, and ends every session of the account.</summary>
    /// <exception cref="InvalidOperationException">The account has none.</exception>
    Task Remove(string name, AuditEntry audit, CancellationToken cancellation = default);
}
