using System.Security.Cryptography;
using System.Text;
using Indices.Accounts;
using Microsoft.AspNetCore.DataProtection;
using OtpNet;

namespace Dashboard.Security;

/// <summary>Codes after the password: by the time (TOTP: six digits every 30 seconds, SHA-1, as every authenticator has it), or a recovery code.</summary>
/// <remarks>A code of the step before or after counts too, none counts twice, and five wrong ones close this door for ten minutes.</remarks>
internal sealed class SecondFactors(
    ISecondFactorReader reader, ISecondFactorWriter writer, IDataProtectionProvider protection, Site site, TimeProvider time) : IDisposable
{
    private const int RecoveryCodes = 10;
    private static readonly Tries Five = new(5, TimeSpan.FromMinutes(10));
    private static readonly VerificationWindow OneStep = new(previous: 1, future: 1);

    private readonly IDataProtector _protector = protection.CreateProtector("second-factor");
    // Guesses made at the same time must all count.
    private readonly SemaphoreSlim _counting = new(1);

    /// <summary>160 bits in Base32, as people type it when they cannot scan.</summary>
    internal static string NewSecret() => Base32Encoding.ToString(KeyGeneration.GenerateRandomKey(OtpHashMode.Sha1));

    /// <summary>What an authenticator reads from the QR code.</summary>
    internal string Uri(string name, string secret) => new OtpUri(OtpType.Totp, secret, name, site.EnglishName).ToString();

    internal Task<SecondFactor?> Of(string name, CancellationToken cancellation) => reader.Find(name, cancellation);

    /// <summary>Enrols a secret that the person has proved to hold.</summary>
    /// <returns>The recovery codes, to be shown once; null when the code is not of the secret.</returns>
    internal async Task<IReadOnlyList<string>?> Enrol(StaffMember member, string secret, string code, CancellationToken cancellation)
    {
        if (StepOf(secret, code) is not { } step)
            return null;
        var recovery = Enumerable.Range(0, RecoveryCodes).Select(_ => NewRecoveryCode()).ToList();
        await writer.Enrol(
            member.Name, _protector.Protect(secret), step, recovery.ConvertAll(Hash),
            AuditEntry.Done(time.GetUtcNow(), member.Actor, "account.factor", member.Name), cancellation);
        return recovery;
    }

    /// <summary>True when the code counts; it does not count again.</summary>
    internal async Task<bool> Check(Account account, string code, string? address, CancellationToken cancellation)
    {
        await _counting.WaitAsync(cancellation);
        try
        {
            return await reader.Find(account.Name, cancellation) is { } factor && await Decide(account, factor, code, address, cancellation);
        }
        finally
        {
            _counting.Release();
        }
    }

    public void Dispose() => _counting.Dispose();

    private async Task<bool> Decide(Account account, SecondFactor factor, string code, string? address, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var line = new AuditEntry(now, account.Name, "login.code", account.Name, "ok", address);
        if (factor.LockedUntil > now)
        {
            await writer.RecordWrongCode(account.Name, factor.Failures, factor.LockedUntil, line with { Result = "locked" }, cancellation);
            return false;
        }
        if (StepOf(_protector.Unprotect(factor.Secret), code) is { } step && step > factor.LastStep)
            return await writer.TakeStep(account.Name, step, line, cancellation);
        if (await writer.TakeRecoveryCode(account.Name, Hash(code), line with { Result = "recovery code" }, cancellation))
            return true;
        var (failures, lockedUntil) = Five.AfterWrong(factor.Failures, factor.LockedUntil, now);
        await writer.RecordWrongCode(account.Name, failures, lockedUntil, line with { Result = lockedUntil is null ? "wrong" : "locked out" }, cancellation);
        return false;
    }

    private long? StepOf(string secret, string code)
    {
        var digits = code.Replace(" ", "", StringComparison.Ordinal);
        return new Totp(Base32Encoding.ToBytes(secret)).VerifyTotp(time.GetUtcNow().UtcDateTime, digits, out var step, OneStep) ? step : null;
    }

    /// <summary>120 bits: too many to guess, so that a plain hash keeps them.</summary>
    private static string NewRecoveryCode() =>
        string.Join('-', Base32Encoding.ToString(RandomNumberGenerator.GetBytes(15)).Chunk(6).Select(part => new string(part)));

    private static string Hash(string code)
    {
        var plain = new string([.. code.Where(char.IsAsciiLetterOrDigit)]).ToUpperInvariant();
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(plain)));
    }
}
