using System.Diagnostics;
using Dashboard.Security;
using Indices.Accounts;
using MathNet.Numerics.Statistics;
using Xunit;

namespace Dashboard.Tests.Security;

/// <summary>Whether the time of a refusal tells what was wrong. Run by <c>tests/login-timing.sh</c>: a wall clock is no part of the usual tests.</summary>
public sealed class LoginTimingTests : IDisposable
{
    private readonly StaffRoom _room = new();
    private readonly Login _login;

    public LoginTimingTests() => _login = new Login(_room.Accounts, _room.Writer, _room.LogWriter, _room.Passwords, _room.Clock);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact(Explicit = true)]
    public async Task Check_WrongUnknownLockedAndDisabled_TakeTheSameTime()
    {
        var tries = int.Parse(Environment.GetEnvironmentVariable("LOGIN_TRIES") ?? "200", System.Globalization.CultureInfo.InvariantCulture);
        foreach (var name in (string[])["known", "locked", "disabled"])
            await _room.Add(name, Role.Operator);
        await _room.Writer.SetRole("disabled", Role.Operator, true, new AuditEntry(_room.Clock.GetUtcNow(), "admin", "account.role", "disabled", "ok", null), Cancellation);
        string[] names = ["known", "unknown", "locked", "disabled"];
        var times = names.ToDictionary(n => n, _ => new List<double>());

        // In turns, so that whatever else the machine does meets all alike; the first few only warm up.
        for (var i = -5; i < tries; i++)
        {
            _room.Clock.Advance(TimeSpan.FromMinutes(16));
            await _room.Writer.RecordLogin("locked", 5, _room.Clock.GetUtcNow().AddMinutes(15), new AuditEntry(_room.Clock.GetUtcNow(), "locked", "login", "locked", "locked out", null), Cancellation);
            foreach (var name in names)
            {
                var started = Stopwatch.GetTimestamp();
                Assert.Null(await _login.Check(name, "wrong", "127.0.0.1", Cancellation));
                if (i >= 0)
                    times[name].Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }
        }

        foreach (var name in names.Skip(1))
            TestContext.Current.TestOutputHelper!.WriteLine(FormattableString.Invariant(
                $"{name}: {times[name].Mean():0.00} ms, known: {times["known"].Mean():0.00} ms, t = {T(times[name], times["known"]):0.00}"));
        Assert.All(names.Skip(1), name => Assert.InRange(T(times[name], times["known"]), -4.5, 4.5));
    }

    public void Dispose()
    {
        _login.Dispose();
        _room.Dispose();
    }

    /// <summary>Welch's t.</summary>
    private static double T(List<double> left, List<double> right) =>
        (left.Mean() - right.Mean()) / Math.Sqrt(left.Variance() / left.Count + right.Variance() / right.Count);
}
