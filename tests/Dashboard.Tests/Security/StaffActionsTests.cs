using System.Reflection;
using Dashboard.Security;
using Indices.Accounts;
using Indices.Releases;
using Xunit;

namespace Dashboard.Tests.Security;

public sealed class StaffActionsTests : IDisposable
{
    private const string Other = "li";

    /// <summary>Every action, the least role that may do it, its code in the audit log, and how it is done to the room's candidate.</summary>
    private static readonly Dictionary<string, (Role Least, string Audit, Func<StaffActions, ReleaseVersion, Task> Do)> Matrix = new()
    {
        ["RunJob"] = (Role.Operator, "job.run", (staff, _) => staff.RunJob("load-files", null)),
        ["ChangeOwnPassword"] = (Role.Operator, "account.password", (staff, _) => staff.ChangeOwnPassword(StaffRoom.Password, "another good phrase", Language.English)),
        ["Approve"] = (Role.Reviewer, "release.approve", (staff, candidate) => staff.Approve(candidate.Id, candidate.Fingerprint, null)),
        ["Reject"] = (Role.Reviewer, "release.reject", (staff, candidate) => staff.Reject(candidate.Id, "口径不对")),
        ["CreateAccount"] = (Role.Administrator, "account.create", (staff, _) => staff.CreateAccount("zhao", Role.Operator)),
        ["SetRole"] = (Role.Administrator, "account.role", (staff, _) => staff.SetRole(Other, Role.Reviewer, false)),
        ["ResetPassword"] = (Role.Administrator, "account.reset", (staff, _) => staff.ResetPassword(Other)),
    };

    private static readonly string[] Endings = ["anonymous", "too long", "stamp", "disabled"];

    private readonly StaffRoom _room = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string, Role> ActionsAndRoles =>
        new(Matrix.Keys.SelectMany(_ => Enum.GetValues<Role>(), (action, role) => (action, role)));

    public static TheoryData<string, string> ActionsAndEndings =>
        new(Matrix.Keys.SelectMany(_ => Endings, (action, ending) => (action, ending)));

    [Fact]
    public void Matrix_HoldsEveryAction() => Assert.Equal(
        typeof(StaffActions).GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
            .Where(m => m.IsAssembly || m.IsPublic).Select(m => m.Name).Order(),
        Matrix.Keys.Order());

    [Theory]
    [MemberData(nameof(ActionsAndRoles))]
    public async Task Action_OfARole_IsAllowedFromItsLeastRoleOnAndAudited(string action, Role role)
    {
        var candidate = await Furnish();
        await _room.LogIn("wang", role);
        var before = await State(candidate);

        if (role >= Matrix[action].Least)
        {
            await Matrix[action].Do(_room.Staff, candidate);
            var line = Assert.Single(await _room.Audit());
            Assert.Equal(("wang", Matrix[action].Audit, "ok", _room.Clock.GetUtcNow()), (line.By, line.Action, line.Result, line.At));
            Assert.NotEqual("", line.Subject);
            Assert.NotEqual(before, await State(candidate));
        }
        else
        {
            await AssertRefused(action, candidate);
        }
    }

    [Theory]
    [MemberData(nameof(ActionsAndEndings))]
    public async Task Action_OfAnEndedSession_IsRefusedEvenToAnAdministrator(string action, string ending)
    {
        var candidate = await Furnish();
        if (ending != "anonymous")
            await _room.LogIn("wang", Role.Administrator);
        if (ending == "too long")
            _room.Clock.Advance(TimeSpan.FromHours(8.1));
        else if (ending == "stamp")
            await _room.Writer.SetPassword("wang", "hash", false, _room.Entry(), Cancellation);
        else if (ending == "disabled")
            await _room.Writer.SetRole("wang", Role.Administrator, true, _room.Entry(), Cancellation);

        await AssertRefused(action, candidate);
    }

    [Fact]
    public async Task Approve_ForAnInstantThatHasPassed_IsRefused()
    {
        var candidate = await Furnish();
        await _room.LogIn("wang", Role.Reviewer);

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            _room.Staff.Approve(candidate.Id, candidate.Fingerprint, _room.Clock.GetUtcNow().AddSeconds(-1), Cancellation));

        Assert.Equal(ReleaseState.Candidate, (await _room.Version(candidate.Id)).State);
    }

    [Fact]
    public async Task Approve_OfOtherContentThanWasReviewed_IsRefusedAndNotAudited()
    {
        var candidate = await Furnish();
        await _room.LogIn("wang", Role.Reviewer);

        await Assert.ThrowsAsync<InvalidOperationException>(() => _room.Staff.Approve(candidate.Id, new string('0', 64), null, Cancellation));

        Assert.Empty(await _room.Audit());
    }

    [Theory]
    [InlineData("")]
    [InlineData("  \n")]
    public async Task Reject_WithoutAReason_IsRefused(string reason)
    {
        var candidate = await Furnish();
        await _room.LogIn("wang", Role.Reviewer);

        await Assert.ThrowsAsync<InvalidOperationException>(() => _room.Staff.Reject(candidate.Id, reason, Cancellation));

        Assert.Equal(ReleaseState.Candidate, (await _room.Version(candidate.Id)).State);
    }

    [Theory]
    [InlineData("wang")]
    [InlineData("WANG")]
    public async Task SetRole_OfOneself_IsRefusedHoweverTheNameIsWritten(string name)
    {
        await _room.LogIn("wang", Role.Administrator);

        await Assert.ThrowsAsync<InvalidOperationException>(() => _room.Staff.SetRole(name, Role.Operator, true, Cancellation));

        Assert.Equal((Role.Administrator, false), ((await Find("wang")).Role, (await Find("wang")).IsDisabled));
    }

    [Fact]
    public async Task ResetPassword_OfAnother_GivesAPasswordThatWorksAndMustBeChanged()
    {
        await Furnish();
        await _room.LogIn("wang", Role.Administrator);

        var password = await _room.Staff.ResetPassword(Other, Cancellation);

        var other = await Find(Other);
        Assert.True(other.MustChangePassword);
        Assert.True(await _room.Passwords.Verify(other, password, Cancellation));
    }

    [Theory]
    [InlineData("wrong", "another good phrase")]
    [InlineData(StaffRoom.Password, "short")]
    public async Task ChangeOwnPassword_WithAFault_SaysWhyAndChangesNothing(string current, string next)
    {
        var account = await _room.LogIn("wang", Role.Operator);

        Assert.NotNull(await _room.Staff.ChangeOwnPassword(current, next, Language.English, Cancellation));

        Assert.Equal(account, await Find("wang"));
        Assert.Empty(await _room.Audit());
    }

    public void Dispose() => _room.Dispose();

    private async Task<ReleaseVersion> Furnish()
    {
        await _room.Add(Other, Role.Operator);
        return await _room.Propose();
    }

    private async Task AssertRefused(string action, ReleaseVersion candidate)
    {
        var before = await State(candidate);

        await Assert.ThrowsAsync<NotAllowedException>(() => Matrix[action].Do(_room.Staff, candidate));

        Assert.Equal(before, await State(candidate));
        Assert.Empty(await _room.Audit());
    }

    private async Task<Account> Find(string name) => (await _room.Accounts.Find(name, Cancellation))!;

    /// <summary>Everything that an action could have changed.</summary>
    private async Task<string> State(ReleaseVersion candidate) => string.Join('\n',
        [.. (await _room.Accounts.All(Cancellation)).Select(a => a.ToString()), (await _room.Version(candidate.Id)).ToString(), .. _room.Jobs.Started.Select(j => j.ToString())]);
}
