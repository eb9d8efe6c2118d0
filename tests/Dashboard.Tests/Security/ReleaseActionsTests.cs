using System.Reflection;
using Dashboard.Security;
using Indices.Accounts;
using Indices.Methodology;
using Indices.Releases;
using Xunit;

namespace Dashboard.Tests.Security;

/// <summary>The steps of a release, action by action and role by role.</summary>
public sealed class ReleaseActionsTests : IDisposable
{
    private static readonly ReleaseNote Note = new(ReleaseKind.Initial, new("季末调整", "end of quarter"));

    /// <summary>Every action with its least role, its code in the audit log, the state in which it begins, and how it is done.</summary>
    private static readonly Dictionary<string, (Role Least, string Audit, ReleaseState From, Func<ReleaseDeskRoom, ReleaseVersion, Task> Do)> Matrix = new()
    {
        ["Describe"] = (Role.Operator, "release.note", ReleaseState.Candidate, (room, version) => room.Actions.Describe(version.Id, Note)),
        ["Review"] = (Role.Reviewer, "release.review", ReleaseState.Candidate, (room, version) => room.Actions.Review(version.Id, version.Fingerprint, ReleaseDeskRoom.Instant, ReleaseDeskRoom.Reasons)),
        ["ReviewForNow"] = (Role.Reviewer, "release.review", ReleaseState.Candidate, (room, version) =>
            room.Actions.ReviewForNow(version.Id, version.Fingerprint, AtOnceWords.OfReviewer(version).English!, ReleaseDeskRoom.Reasons)),
        ["Approve"] = (Role.Reviewer, "release.approve", ReleaseState.Reviewed, async (room, version) => await room.Actions.Approve(version.Id, await room.Binding(version))),
        ["PublishNow"] = (Role.Reviewer, "release.approve", ReleaseState.Reviewed, async (room, version) =>
            await room.Actions.PublishNow(version.Id, await room.Binding(version), AtOnceWords.OfApprover(version).Chinese)),
        ["SendBack"] = (Role.Reviewer, "release.return", ReleaseState.Reviewed, (room, version) => room.Actions.SendBack(version.Id, "再核对")),
        ["Reject"] = (Role.Reviewer, "release.reject", ReleaseState.Candidate, (room, version) => room.Actions.Reject(version.Id, "口径不对")),
        ["MoveSlot"] = (Role.Reviewer, "calendar.move", ReleaseState.Candidate, (room, version) =>
            room.Actions.MoveSlot(version.Index, version.Period, ReleaseDeskRoom.Instant, new("数据迟到", "late data"))),
        ["Withdraw"] = (Role.Reviewer, "release.withdraw", ReleaseState.Approved, (room, version) => room.Actions.Withdraw(version.Id, "口径不对")),
    };

    private readonly ReleaseDeskRoom _room = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string, Role> ActionsAndRoles =>
        new(Matrix.Keys.SelectMany(_ => Enum.GetValues<Role>(), (action, role) => (action, role)));

    public static TheoryData<string> Actions => new(Matrix.Keys);

    [Fact]
    public void Matrix_HoldsEveryAction() => Assert.Equal(
        typeof(ReleaseActions).GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
            .Where(m => m.IsAssembly || m.IsPublic).Select(m => m.Name).Order(),
        Matrix.Keys.Order());

    [Theory]
    [MemberData(nameof(ActionsAndRoles))]
    public async Task Action_OfARole_IsAllowedFromItsLeastRoleOnAndAudited(string action, Role role)
    {
        var version = await Furnish(action);
        await _room.As("wang", role);
        var before = await _room.State(version);

        if (!role.Includes(Matrix[action].Least))
        {
            await Assert.ThrowsAsync<NotAllowedException>(() => Matrix[action].Do(_room, version));
            Assert.Equal(before, await _room.State(version));
            Assert.Equal(("refused", action), Assert.Single(await Lines()));
            return;
        }
        await Matrix[action].Do(_room, version);
        Assert.Equal((Matrix[action].Audit, "ok"), (Assert.Single(await Lines()).Action, "ok"));
        Assert.NotEqual(before, await _room.State(version));
    }

    [Theory]
    [MemberData(nameof(Actions))]
    public async Task Action_OfAnEndedSession_IsRefused(string action)
    {
        var version = await Furnish(action);
        await _room.As("wang", Role.Administrator);
        await _room.Room.Writer.SetPassword("wang", "hash", false, _room.Room.Entry(), Cancellation);
        var before = await _room.State(version);

        await Assert.ThrowsAsync<NotAllowedException>(() => Matrix[action].Do(_room, version));

        Assert.Equal(before, await _room.State(version));
    }

    [Theory]
    [InlineData("Review")]
    [InlineData("Approve")]
    [InlineData("Reject")]
    [InlineData("Withdraw")]
    public async Task Action_SentTwiceAtOnce_HasOneEffect(string action)
    {
        var version = await Furnish(action);
        await _room.As("wang");

        var sent = Enumerable.Range(0, 2).Select(_ => Task.Run(() => Matrix[action].Do(_room, version), Cancellation)).ToList();
        await Task.WhenAll(sent).ContinueWith(_ => { }, TaskScheduler.Default);

        Assert.Equal([null, typeof(InvalidOperationException)], sent.Select(s => s.Exception?.InnerException?.GetType()).OrderBy(type => type is not null));
        Assert.Single(await Lines());
    }

    [Theory]
    [InlineData("SendBack")]
    [InlineData("Reject")]
    [InlineData("Withdraw")]
    public async Task Action_WithoutAReason_IsRefused(string action)
    {
        var version = await Furnish(action);
        await _room.As("wang");
        var before = await _room.State(version);

        await Assert.ThrowsAsync<InvalidOperationException>(() => action switch
        {
            "SendBack" => _room.Actions.SendBack(version.Id, " ", Cancellation),
            "Reject" => _room.Actions.Reject(version.Id, "", Cancellation),
            _ => _room.Actions.Withdraw(version.Id, "\n", Cancellation),
        });

        Assert.Equal(before, await _room.State(version));
    }

    public void Dispose() => _room.Dispose();

    private Task<ReleaseVersion> Furnish(string action) => _room.Candidate(Matrix[action].From, isAtOnce: action == "PublishNow");

    private async Task<List<(string Action, string Subject)>> Lines() =>
        [.. (await _room.Room.Audit()).Where(e => e.By == "wang").Select(e => (e.Action, e.Action == "refused" ? e.Subject : ""))];
}
