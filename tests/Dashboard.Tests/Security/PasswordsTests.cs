using System.Buffers.Binary;
using System.Diagnostics;
using Dashboard.Security;
using Indices.Accounts;
using Microsoft.AspNetCore.Cryptography.KeyDerivation;
using Xunit;

namespace Dashboard.Tests.Security;

public sealed class PasswordsTests : IDisposable
{
    private readonly Passwords _passwords = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Hash_OfAPassword_VerifiesThatOneAlone()
    {
        var account = Account(await _passwords.Hash("wang", "correct horse battery", Cancellation));

        Assert.True(await _passwords.Verify(account, "correct horse battery", Cancellation));
        Assert.False(await _passwords.Verify(account, "correct horse batterz", Cancellation));
        Assert.False(await _passwords.Verify(account, "", Cancellation));
    }

    [Fact]
    public async Task Hash_Header_SaysVersionThreeSha512And220000Iterations()
    {
        var bytes = Convert.FromBase64String(await _passwords.Hash("wang", "correct horse battery", Cancellation));

        Assert.Equal(1, bytes[0]);
        Assert.Equal((uint)KeyDerivationPrf.HMACSHA512, BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(1)));
        Assert.Equal(220_000u, BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(5)));
    }

    [Fact]
    public async Task Hashing_OfManyAtOnce_IsTwoAtATime()
    {
        using var entered = new SemaphoreSlim(0);
        using var leave = new SemaphoreSlim(0);
        var hashing = Enumerable.Range(0, 3).Select(_ => Task.Run(() => _passwords.AtMostTwo(() =>
        {
            entered.Release();
            leave.Wait(Cancellation);
            return true;
        }, Cancellation), Cancellation)).ToList();

        await entered.WaitAsync(Cancellation);
        await entered.WaitAsync(Cancellation);
        Assert.Equal(0, entered.CurrentCount);

        leave.Release(3);
        await Task.WhenAll(hashing);
        Assert.Equal(1, entered.CurrentCount);
    }

    [Fact]
    public async Task IsAmong_OfHashes_FindsThePasswordThatWasUsed()
    {
        string[] hashes = [await _passwords.Hash("wang", "first one 1A", Cancellation), await _passwords.Hash("wang", "second one 2B", Cancellation)];

        Assert.True(await _passwords.IsAmong(hashes, "second one 2B", Cancellation));
        Assert.False(await _passwords.IsAmong(hashes, "third one 3C", Cancellation));
    }

    [Fact]
    public async Task Hash_Twice_HasAnotherSalt() => Assert.NotEqual(
        await _passwords.Hash("wang", "correct horse battery", Cancellation), await _passwords.Hash("wang", "correct horse battery", Cancellation));

    [Fact]
    public async Task Verify_OfAnUnknownAccount_DoesTheSameWork()
    {
        var account = Account(await _passwords.Hash("wang", "correct horse battery", Cancellation));
        Assert.False(await _passwords.Verify(null, "correct horse battery", Cancellation));

        var known = await ShortestTime(() => _passwords.Verify(account, "wrong", Cancellation));
        var unknown = await ShortestTime(() => _passwords.Verify(null, "wrong", Cancellation));

        // Far apart only when one of them does no work: 220,000 iterations take tens of milliseconds.
        Assert.InRange(unknown / known, 0.1, 10);
    }

    [Fact]
    public void Random_Passwords_AreGoodAndDifferent()
    {
        var drawn = Enumerable.Range(0, 100).Select(_ => Passwords.Random("wang")).ToList();

        Assert.Equal(100, drawn.Distinct().Count());
        Assert.All(drawn, p => Assert.Matches("^[A-HJ-NP-Za-km-z2-9]{20}$", p));
        Assert.All(drawn, p => Assert.Null(PasswordRules.Fault(PasswordPolicy.Mlps, "wang", p, Language.English)));
    }

    [Fact]
    public void Random_OfAShortName_NeverHoldsIt() =>
        Assert.All(Enumerable.Range(0, 100), _ => Assert.DoesNotContain("li", Passwords.Random("li"), StringComparison.OrdinalIgnoreCase));

    public void Dispose() => _passwords.Dispose();

    private static Account Account(string hash) => new(1, "wang", hash, DateTimeOffset.UnixEpoch, Role.Operator, "s", false, 0, null, false, false);

    private static async Task<double> ShortestTime(Func<Task<bool>> verify)
    {
        var shortest = double.MaxValue;
        for (var i = 0; i < 3; i++)
        {
            var started = Stopwatch.GetTimestamp();
            await verify();
            shortest = Math.Min(shortest, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
        return shortest;
    }
}
