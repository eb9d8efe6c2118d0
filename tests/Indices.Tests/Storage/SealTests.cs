using Dapper;
using Indices.Releases;
using Indices.Releases.Seals;
using Indices.Storage;
using Indices.Time;
using TestSupport;
using Xunit;

namespace Indices.Tests.Storage;

public sealed class SealTests : IDisposable
{
    private static readonly DateTimeOffset Now = Sample.Noon;

    private readonly TemporaryStore _store = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private ISealReader Reader => _store.Get<ISealReader>();

    [Fact]
    public async Task Approve_Version_IsSealedInTheSameTransaction()
    {
        await Approve("X-IDX", Now.AddHours(1));

        Assert.Null(await Reader.Find("X-IDX", null, null, Now.AddHours(1).AddTicks(-1), Cancellation));
        var found = await Reader.Find("X-IDX", null, null, Now.AddHours(1), Cancellation);

        Assert.True(found!.Seal.IsSignedBy(Reader.PublicKey));
        var statement = SealStatement.Parse(found.Seal.Statement);
        Assert.Equal(found.Seal.Statement, statement.Text);
        Assert.Equal(("1", SealStatement.None, "X-IDX", "2024-Q3", "1"), (statement["sequence"], statement["previous"], statement["index"], statement["period"], statement["version"]));
        Assert.Equal(SealStatement.Sha256(PublishedTable.Write(found.Content)), statement["data.csv"]);
        Assert.Equal(SealStatement.Sha256(found.Receipt), statement["receipt.json"]);
        Assert.Equal(new SealVerification(1, null), await Verify());
    }

    [Fact]
    public async Task Approve_ForAnEarlierInstant_GoesBeforeWhatWaitsAndTellsNothingOfIt()
    {
        await Approve("A", Now.AddHours(2));
        var alone = Statement(await Reader.Find("A", null, null, Now.AddHours(2), Cancellation));

        await Approve("B", Now.AddHours(1));
        await Approve("C", Now.AddHours(-1), at: Now.AddMinutes(1));

        var (c, b, a) = (await Of("C"), await Of("B"), await Of("A"));
        Assert.Equal("1", alone["sequence"]);
        Assert.Equal(["1", "2", "3"], [c["sequence"], b["sequence"], a["sequence"]]);
        Assert.Equal([SealStatement.None, c.Hash, b.Hash], [c["previous"], b["previous"], a["previous"]]);
        Assert.Equal(new SealVerification(3, null), await Verify());
    }

    [Fact]
    public async Task Approve_WhenSomethingIsPublic_LeavesItsSealAsItIs()
    {
        await Approve("A", Now.AddHours(1));
        var before = (await Reader.Find("A", null, null, Now.AddHours(1), Cancellation))!.Seal;

        await Approve("B", Now.AddMinutes(30), at: Now.AddHours(2));

        Assert.Equal(before, (await Reader.Find("A", null, null, Now.AddHours(3), Cancellation))!.Seal);
        Assert.Equal("2", (await Of("B"))["sequence"]);
        Assert.Equal(new SealVerification(2, null), await Verify());
    }

    [Fact]
    public async Task Withdraw_BeforeTheInstant_LeavesNoTraceInTheChain()
    {
        var withdrawn = await Approve("A", Now.AddHours(1));
        await Approve("B", Now.AddHours(2));
        var workflow = _store.Get<IWorkflowWriter>();

        await workflow.Withdraw(withdrawn, "有误", "reviewer", Now.AddMinutes(5), Cancellation);

        Assert.Equal(("1", SealStatement.None), ((await Of("B"))["sequence"], (await Of("B"))["previous"]));
        Assert.Null(await Reader.Find("A", null, null, Now.AddDays(1), Cancellation));
        Assert.Equal(new SealVerification(1, null), await Verify());

        await _store.Get<IReleaseWriter>().Approve(withdrawn, "f1", Now.AddHours(3), "reviewer", Now.AddMinutes(6), Cancellation);
        Assert.Equal(("2", (await Of("B")).Hash), ((await Of("A"))["sequence"], (await Of("A"))["previous"]));
        Assert.Equal(new SealVerification(2, null), await Verify());
    }

    [Fact]
    public async Task Migrate_DatabaseFromBeforeSeals_SealsWhatWasApproved()
    {
        await Approve("A", Now.AddHours(1));
        await Approve("B", Now.AddHours(1));
        using (var connection = _store.Get<Database>().Open())
            connection.Execute("""
                DROP VIEW release_seal_state; DROP TABLE release_seal; DROP TABLE release_digest_part; DROP TABLE release_digest;
                DELETE FROM schema_version WHERE ScriptName LIKE '%0013_seal.sql';
                """);

        _store.Get<IStorageMigrator>().Migrate();

        Assert.Equal(new SealVerification(2, null), await Verify());
        Assert.Equal((await Of("A")).Hash, (await Of("B"))["previous"]);
    }

    [Fact]
    public async Task Migrate_DatabaseWithSeals_LeavesWhatHasNoneUnsealed()
    {
        await Approve("A", Now.AddHours(1));
        using (var connection = _store.Get<Database>().Open())
            connection.Execute("""
                INSERT INTO calculation SELECT 77, index_code, period, methodology_version, data_vintage, receipt, proposed_by, proposed_at FROM calculation;
                INSERT INTO release_version
                SELECT 77, index_code, period, 2, kind, reason, methodology_version, data_vintage, origin, fingerprint, 77, proposed_at FROM release_version;
                INSERT INTO release_decision (release_version, decision, release_at, fingerprint, decided_by, decided_at)
                SELECT 77, decision, release_at, fingerprint, decided_by, decided_at FROM release_decision;
                """);

        _store.Get<IStorageMigrator>().Migrate();

        Assert.Equal("release_decision", (await Verify()).Fault?.Place);
        Assert.Null(await Reader.Find("A", null, 2, Now.AddDays(1), Cancellation));
    }

    [Fact]
    public async Task Key_MadeAtFirstUse_IsReadableByItsOwnerAlone()
    {
        await Approve("A", Now);
        var file = Path.Combine(Path.GetDirectoryName(_store.DatabaseFile)!, "keys", "release.key");

        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        Assert.DoesNotContain("PRIVATE", Reader.PublicKey, StringComparison.Ordinal);
        using var other = _store.Open();
        Assert.Equal(Reader.PublicKey, ((ISealReader)other.GetService(typeof(ISealReader))!).PublicKey);
    }

    public void Dispose() => _store.Dispose();

    private Task<SealVerification> Verify() => _store.Get<ISealVerifier>().Verify(cancellation: Cancellation);

    private async Task<SealStatement> Of(string index) => Statement(await Reader.Find(index, null, null, Now.AddYears(1), Cancellation));

    private static SealStatement Statement(SealedRelease? release) => SealStatement.Parse(release!.Seal.Statement);

    private async Task<long> Approve(string index, DateTimeOffset releaseAt, DateTimeOffset? at = null)
    {
        var (id, _) = await _store.Get<IReleaseWriter>().Propose(Sample.Candidate(index), Cancellation);
        await _store.Get<IReleaseWriter>().Approve(id, "f1", releaseAt, "reviewer", at ?? Now, Cancellation);
        return id;
    }
}
