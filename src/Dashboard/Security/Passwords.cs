using System.Security.Cryptography;
using Indices.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Dashboard.Security;

/// <summary>Hashing and rules of passwords. PBKDF2-SHA512 with 220,000 iterations (OWASP); at most two hashes at a time, so that logins cannot starve the pages.</summary>
internal sealed class Passwords : IDisposable
{
    internal const int MinimumLength = 12;
    private const string Alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";

    private readonly PasswordHasher<string> _hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = 220_000 }));
    private readonly SemaphoreSlim _hashing = new(2);
    // Verified for unknown names, so that they take as long as known ones.
    private readonly Lazy<string> _dummy;

    public Passwords() => _dummy = new Lazy<string>(() => _hasher.HashPassword("", Random()));

    internal async Task<string> Hash(string name, string password, CancellationToken cancellation)
    {
        await _hashing.WaitAsync(cancellation);
        try
        {
            return _hasher.HashPassword(name, password);
        }
        finally
        {
            _hashing.Release();
        }
    }

    internal async Task<bool> Verify(Account? account, string password, CancellationToken cancellation)
    {
        await _hashing.WaitAsync(cancellation);
        try
        {
            var result = _hasher.VerifyHashedPassword(account?.Name ?? "", account?.PasswordHash ?? _dummy.Value, password);
            return account is not null && result != PasswordVerificationResult.Failed;
        }
        finally
        {
            _hashing.Release();
        }
    }

    /// <summary>A password for a new account; 20 characters without look-alikes, about 117 bits.</summary>
    internal static string Random() => new(RandomNumberGenerator.GetItems<char>(Alphabet, 20));

    /// <summary>Null when acceptable, otherwise why not.</summary>
    internal static string? Fault(string name, string password, Language language) =>
        password.Length < MinimumLength ? language[$"口令至少 {MinimumLength} 个字符。", $"At least {MinimumLength} characters."]
        : password.Contains(name, StringComparison.OrdinalIgnoreCase) ? language["口令不能包含用户名。", "It may not contain the user name."]
        : password.Distinct().Count() < 6 ? language["口令太单一。", "Too few different characters."]
        : null;

    public void Dispose() => _hashing.Dispose();
}
