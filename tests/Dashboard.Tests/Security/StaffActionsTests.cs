using System.Reflection;
using Dashboard.Security;
using Indices.Accounts;
using Indices.Releases;
using OtpNet;
using Xunit;

namespace Dashboard.Tests.Security;

public sealed class StaffActionsTests : IDisposable
{
    private const string Other = "li";
    private const string Secret = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

    /// <summary>Every action, the least role that may do it, its code in the audit log, and how it is done to the room's candidate.</summary>
    private static readonly Dictionary<string, (Role Least, string Audit, Func<StaffActions, ReleaseVersion, Task> Do)> Matrix = new()
    {
        ["RunJob"] = (Role.Operator, "job.run", (staff, _) => staff.RunJob("load-files")),
        ["PauseJob"] = (Role.Operator, "job.pause", (staff, _) => staff.PauseJob("publish", "盘点")),
        ["ReleaseJob"] = (Role.Operator, "job.release", (staff, _) => staff.ReleaseJob("publish")),
        ["ChangeSchedule"] = (Role.Administrator, "job.schedule", (staff, _) => staff.ChangeSchedule("publish", "0 0 6 * * ?", "改到早上")),
        ["ChangeSource"] = (Role.Administrator, "source.change", (staff, _) => staff.ChangeSource("bureau", null, "改回去")),
        ["Recalculate"] = (Role.Operator, "recalculation.order", (staff, candidate) => staff.Recalculate(new(candidate.Index, [candidate.Period], candidate.DataVintage))),
        ["CancelRecalculation"] = (Role.Operator, "recalculation.cancel", (staff, _) => staff.CancelRecalculation(1)),
        ["ResumeRecalculation"] = (Role.Operator, "recalculation.resume", (staff, _) => staff.ResumeRecalculation(1)),
        ["VerifyAudit"] = (Role.Auditor, "audit.verify", (staff, _) => staff.VerifyAudit()),
        ["ChangeOwnPassword"] = (Role.Viewer, "account.password", (staff, _) => staff.ChangeOwnPassword(StaffRoom.Password, "Another good phrase", Language.English)),
        ["CreateAccount"] = (Role.Administrator, "account.create", (staff, _) => staff.CreateAccount("zhao", Role.Operator)),
        ["SetRole"] = (Role.Administrator, "account.role", (staff, _) => staff.SetRole(Other, Role.Reviewer, false)),
        ["EnrolSecondFactor"] = (Role.Viewer, "account.factor", (staff, _) => staff.EnrolSecondFactor(Secret, new Totp(Base32Encoding.ToBytes(Secret)).ComputeTotp(StaffRoom.Start.UtcDateTime))),
        ["RemoveSecondFactor"] = (Role.Administrator, "account.factor.remove", (staff, _) => staff.RemoveSecondFactor(Other)),
        ["EndSession"] = (Role.Administrator, "session.end", (staff, _) => staff.EndSession(StaffRoom.OtherSession)),
        ["EndSessions"] = (Role.Administrator, "session.end", (staff, _) => staff.EndSessions(Other)),
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

        if (role.Includes(Matrix[action].Least))
        {
            await Matrix[action].Do(_room.Staff, candidate);
            var line = Assert.Single(await _room.Audit());
            Assert.Equal(("wang", Matrix[action].Audit, "ok", "192.0.2.7", _room.Clock.GetUtcNow()), (line.By, line.Action, line.Result, line.Address, line.At));
            Assert.NotEqual("", line.Subject);
            Assert.Equal(action == "VerifyAudit", before == await State(candidate));
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

    [Theory]
    [MemberData(nameof(ActionsAndRoles))]
    public async Task Action_OfWhoOwesANewPassword_IsRefusedButForOnesOwnAccount(string action, Role role)
    {
        var candidate = await Furnish();
        await _room.LogIn("wang", role);
        var hash = (await Find("wang")).PasswordHash;
        await _room.Writer.SetPassword("wang", hash, true, _room.Entry(), Cancellation);
        _room.Authentication.User = await _room.Begin(await Find("wang"));

        if (action is "ChangeOwnPassword" or "EnrolSecondFactor")
            await Matrix[action].Do(_room.Staff, candidate);
        else
            await AssertRefused(action, candidate);
    }

    [Fact]
    public async Task Action_OfWhoOwesASecondFactor_IsRefusedUntilItIsEnrolled()
    {
        using var room = new StaffRoom(isSecondFactorRequired: true);
        await room.LogIn("wang", Role.Reviewer);
        await Assert.ThrowsAsync<NotAllowedException>(() => room.Staff.RunJob("load-files", Cancellation));

        Assert.Null(await room.Staff.EnrolSecondFactor(Secret, "000000", Cancellation));
        await Assert.ThrowsAsync<NotAllowedException>(() => room.Staff.RunJob("load-files", Cancellation));
        Assert.Equal(10, (await room.Staff.EnrolSecondFactor(Secret, room.Code(Secret), Cancellation))?.Count);
        await room.Staff.RunJob("load-files", Cancellation);

        Assert.Single(room.Jobs.Started);
        Assert.Contains(await room.Audit(), e => e is { Action: "refused", Subject: "RunJob", Result: "owes SecondFactor" });
    }

    [Theory]
    [InlineData("CreateAccount")]
    [InlineData("EnrolSecondFactor")]
    [InlineData("RemoveSecondFactor")]
    [InlineData("EndSession")]
    public async Task Action_SentTwiceAtOnce_HasOneEffect(string action)
    {
        var candidate = await Furnish();
        await _room.LogIn("wang", Role.Administrator);

        var sent = Enumerable.Range(0, 2).Select(_ => Task.Run(() => Matrix[action].Do(_room.Staff, candidate), Cancellation)).ToList();
        await Task.WhenAll(sent).ContinueWith(_ => { }, TaskScheduler.Default);

        Assert.Equal([null, typeof(InvalidOperationException)], sent.Select(s => s.Exception?.InnerException?.GetType()).OrderBy(type => type is not null));
        Assert.Single(await _room.Audit(), e => e.Action == Matrix[action].Audit);
    }

    [Fact]
    public async Task ChangeOwnPassword_ToOneOfTheLastFive_IsRefused()
    {
        await _room.LogIn("wang", Role.Operator);
        var current = StaffRoom.Password;
        foreach (var next in Enumerable.Range(1, 5).Select(i => $"Another good phrase {i}"))
        {
            Assert.Null(await _room.Staff.ChangeOwnPassword(current, next, Language.English, Cancellation));
            current = next;
            _room.Authentication.User = await _room.Begin(await Find("wang"));
        }

        Assert.NotNull(await _room.Staff.ChangeOwnPassword(current, "Another good phrase 1", Language.English, Cancellation));
        Assert.Null(await _room.Staff.ChangeOwnPassword(current, "Another good phrase 6", Language.English, Cancellation));
        _room.Authentication.User = await _room.Begin(await Find("wang"));
        Assert.Null(await _room.Staff.ChangeOwnPassword("Another good phrase 6", "Another good phrase 1", Language.English, Cancellation));
    }

    [Fact]
    public void Component_OfThePages_HoldsNoWriter() => Assert.Empty(
        from type in typeof(StaffActions).Assembly.GetTypes()
        where typeof(Microsoft.AspNetCore.Components.IComponent).IsAssignableFrom(type)
        from property in type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
        where property.IsDefined(typeof(Microsoft.AspNetCore.Components.InjectAttribute)) && property.PropertyType.Name.EndsWith("Writer", StringComparison.Ordinal)
        select $"{type.Name}.{property.Name}");

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
    [InlineData("wrong", "Another good phrase")]
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
        await _room.AddWithSession(Other);
        return await _room.Propose();
    }

    private async Task AssertRefused(string action, ReleaseVersion candidate)
    {
        var before = await State(candidate);

        await Assert.ThrowsAsync<NotAllowedException>(() => Matrix[action].Do(_room.Staff, candidate));

        Assert.Equal(before, await State(candidate));
        var line = Assert.Single(await _room.Audit());
        Assert.Equal(("refused", action), (line.Action, line.Subject));
    }

    private async Task<Account> Find(string name) => (await _room.Accounts.Find(name, Cancellation))!;

    /// <summary>Everything that an action could have changed.</summary>
    private async Task<string> State(ReleaseVersion candidate) => string.Join('\n',
        [.. (await _room.Accounts.All(Cancellation)).Select(a => a.ToString()), .. (await _room.Sessions.Open(Cancellation)).Select(s => s.Id), (await _room.Version(candidate.Id)).ToString(), .. _room.Jobs.Started.Select(j => j.ToString())]);
}
