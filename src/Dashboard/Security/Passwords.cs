using System.Buffers.Binary;
using System.Security.Cryptography;
using Indices.Accounts;
using Microsoft.AspNetCore.Cryptography.KeyDerivation;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Dashboard.Security;

/// <summary>Hashing of passwords. PBKDF2-SHA512 with 220,000 iterations (OWASP); at most two hashes at a time, so that logins cannot starve the pages.</summary>
internal sealed class Passwords : IDisposable
{
    private const int Iterations = 220_000;
    private const string Alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";

    private readonly PasswordHasher<string> _hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = Iterations }));
    private readonly SemaphoreSlim _hashing = new(2);
    // Verified for unknown names, so that they take as long as known ones.
    private readonly Lazy<string> _dummy;

    public Passwords() => _dummy = new Lazy<string>(() => _hasher.HashPassword("", RandomNumberGenerator.GetHexString(20)));

    internal Task<string> Hash(string name, string password, CancellationToken cancellation) =>
        AtMostTwo(() => _hasher.HashPassword(name, password), cancellation);

    internal Task<bool> Verify(Account? account, string password, CancellationToken cancellation) =>
        AtMostTwo(() => IsOf(account?.Name ?? "", account?.PasswordHash ?? _dummy.Value, password) && account is not null, cancellation);

    /// <summary>True when the password is that of one of the hashes.</summary>
    internal async Task<bool> IsAmong(IReadOnlyList<string> hashes, string password, CancellationToken cancellation)
    {
        foreach (var hash in hashes)
            if (await AtMostTwo(() => IsOf("", hash, password), cancellation))
                return true;
        return false;
    }

    /// <summary>True when the hash was made with less effort than is due now, or in another way.</summary>
    internal static bool IsStale(string hash)
    {
        var bytes = Convert.FromBase64String(hash);
        return bytes.Length < 9 || bytes[0] != 1
            || BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(1)) != (uint)KeyDerivationPrf.HMACSHA512
            || BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(5)) < Iterations;
    }

    /// <summary>A password for a new account; 20 characters without look-alikes, about 115 bits. It is drawn again until it keeps the stricter rules for that name, which chance alone may not.</summary>
    internal static string Random(string name)
    {
        string drawn;
        do
            drawn = new string(RandomNumberGenerator.GetItems<char>(Alphabet, 20));
        while (PasswordRules.Fault(PasswordPolicy.Mlps, name, drawn, Language.Chinese) is not null);
        return drawn;
    }

    public void Dispose() => _hashing.Dispose();

    private bool IsOf(string name, string hash, string password) => _hasher.VerifyHashedPassword(name, hash, password) != PasswordVerificationResult.Failed;

    /// <summary>Waits for a place, then works.</summary>
    internal async Task<T> AtMostTwo<T>(Func<T> work, CancellationToken cancellation)
    {
        await _hashing.WaitAsync(cancellation);
        try
        {
            return work();
        }
        finally
        {
            _hashing.Release();
        }
    }
}
