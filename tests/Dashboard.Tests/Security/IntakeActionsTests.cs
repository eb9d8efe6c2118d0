using System.Reflection;
using System.Text;
using Dashboard.Security;
using Indices.Accounts;
using Indices.Intake;
using Indices.Observations;
using Indices.Time;
using TestSupport;
using Xunit;

namespace Dashboard.Tests.Security;

/// <summary>What staff can do with incoming statistics, action by action and role by role.</summary>
public sealed class IntakeActionsTests : IDisposable
{
    private const string Header = "indicator,area,period,value\n";
    private const string Slip = Header + "I-NPL,990100,2026-Q2,9300\n";

    /// <summary>Every action with its code in the audit log, and how it is done to a waiting file that needs two persons and to a row of the quarantine.</summary>
    private static readonly Dictionary<string, (string Audit, Func<IntakeActions, Preview, RowPlace, Task> Do)> Matrix = new()
    {
        ["Receive"] = ("intake.upload", (staff, _, _) => staff.Receive(new MemoryStream(Encoding.UTF8.GetBytes(Header)), "a.csv", Cancellation)),
        ["Enter"] = ("intake.enter", (staff, _, _) => staff.Enter([new(Series, Period.OfQuarter(2026, 2), "0.9")], "电话", Cancellation)),
        ["Replay"] = ("intake.replay", (staff, _, place) => staff.Replay([new ReplayedRow(place, "value", "0.9")], "笔误", Cancellation)),
        ["Accept"] = ("intake.accept", (staff, waiting, _) => staff.Accept(waiting.Pending.Id, waiting.Fingerprint, true, "核对过", Cancellation)),
        ["Endorse"] = ("intake.endorse", (staff, waiting, _) => staff.Endorse(waiting.Pending.Id, waiting.Fingerprint, "核对过", Cancellation)),
        ["Cancel"] = ("intake.cancel", (staff, waiting, _) => staff.Cancel(waiting.Pending.Id, "不要了", Cancellation)),
        ["Drop"] = ("intake.drop", (staff, _, place) => staff.Drop([place], "不要了", Cancellation)),
    };

    private readonly StaffRoom _room = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static SeriesId Series => new("I-NPL", Measures.Value, SampleDefinitions.Area, "", Origin.Official);

    public static TheoryData<string, Role> ActionsAndRoles =>
        new(Matrix.Keys.SelectMany(_ => Enum.GetValues<Role>(), (action, role) => (action, role)));

    [Fact]
    public void Matrix_HoldsEveryAction() => Assert.Equal(
        typeof(IntakeActions).GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
            .Where(m => m.IsAssembly || m.IsPublic).Select(m => m.Name).Order(),
        Matrix.Keys.Order());

    [Theory]
    [MemberData(nameof(ActionsAndRoles))]
    public async Task Action_OfARole_IsAllowedToOperatorsAndAudited(string action, Role role)
    {
        var (waiting, place) = await Furnish();
        await _room.LogIn("wang", role);

        if (role.Includes(Role.Operator))
        {
            await Matrix[action].Do(_room.IntakeStaff, waiting, place);
            var line = Assert.Single(await _room.Audit());
            Assert.Equal(("wang", Matrix[action].Audit, "ok"), (line.By, line.Action, line.Result));
        }
        else
        {
            await AssertRefused(action, waiting, place);
        }
    }

    [Theory]
    [MemberData(nameof(ActionsAndRoles))]
    public async Task Action_OfAnEndedSession_IsRefused(string action, Role role)
    {
        var (waiting, place) = await Furnish();
        await _room.LogIn("wang", role);
        _room.Clock.Advance(TimeSpan.FromHours(8.1));

        await AssertRefused(action, waiting, place);
    }

    public void Dispose() => _room.Dispose();

    private async Task<(Preview Waiting, RowPlace Place)> Furnish()
    {
        await _room.TakeIn(Header + "I-NPL,990100,2025-Q4,0.90\nI-NPL,990100,2026-Q1,0.91\nI-NPL,990100,2026-Q3,x\n");
        var preview = (await _room.Desk.Preview(await _room.Upload(Slip, "slip.csv"), Cancellation))!;
        await _room.Desk.Endorse(preview.Pending.Id, preview.Fingerprint, "看过", "li", Cancellation);
        var held = Assert.Single((await _room.Intake.OpenRows(null, 0, 10, Cancellation)).Rows);
        return (preview, new RowPlace(held.DocumentSha256, held.Row));
    }

    private async Task AssertRefused(string action, Preview waiting, RowPlace place)
    {
        var before = await State();

        await Assert.ThrowsAsync<NotAllowedException>(() => Matrix[action].Do(_room.IntakeStaff, waiting, place));

        Assert.Equal(before, await State());
        var line = Assert.Single(await _room.Audit());
        Assert.Equal(("refused", action), (line.Action, line.Subject));
    }

    private async Task<string> State() => string.Join('\n',
        [.. (await _room.Intake.Waiting(Cancellation)).Select(w => w.ToString()), .. (await _room.Intake.OpenRows(null, 0, 10, Cancellation)).Rows.Select(r => r.ToString()),
         (await _room.Store.Get<IObservationReader>().ChangeCounter(Cancellation)).ToString(System.Globalization.CultureInfo.InvariantCulture)]);
}
