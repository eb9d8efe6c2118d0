using Indices.Methodology;
using Indices.Releases;
using TestSupport;
using Xunit;

namespace Indices.Tests.Storage;

public sealed class DefinitionStoreTests : IDisposable
{
    private readonly TemporaryStore _store = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private IDefinitionReader Reader => _store.Get<IDefinitionReader>();

    [Fact]
    public async Task Current_NothingAccepted_IsNull()
    {
        Assert.Null(await Reader.Current(Cancellation));
        Assert.Null(await Reader.MethodologyFile("X-IDX", "1.0.0", Cancellation));
    }

    [Fact]
    public async Task Accept_SetsOneAfterAnother_CountsWhatIsNewOrChanged()
    {
        Assert.Equal(2, await Accept(Policy("text"), Methodology("1.0.0", "a")));
        Assert.Equal(0, await Accept(Policy("text"), Methodology("1.0.0", "a")));
        Assert.Equal(1, await Accept(Policy("text"), Methodology("1.0.0", "b")));
        Assert.Equal(1, await Accept(Policy("text"), Methodology("1.0.0", "a")));
        Assert.Equal(Methodology("1.0.0", "a"), await Reader.MethodologyFile("X-IDX", "1.0.0", Cancellation));
    }

    [Fact]
    public async Task Accept_UsedVersionWithOtherBytes_RefusesTheWholeSet()
    {
        await Accept(Methodology("1.0.0", "a"));
        await _store.Get<IReleaseWriter>().Propose(Sample.Candidate(version: "1.0.0"), Cancellation);

        var refusal = await Assert.ThrowsAsync<MethodologyFileException>(() => Accept(Policy("text"), Methodology("1.0.0", "b")));

        Assert.Equal(("x.yaml", 1), (refusal.File, Assert.Single(refusal.Faults).Line));
        Assert.Equal(Methodology("1.0.0", "a"), await Reader.MethodologyFile("X-IDX", "1.0.0", Cancellation));
        Assert.Equal(2, await Accept(Policy("text"), Methodology("1.0.0", "a"), Methodology("2.0.0", "b")));
    }

    [Fact]
    public async Task Accept_UsedVersionTakenOutAndBroughtBackChanged_IsRefused()
    {
        await Accept(Methodology("1.0.0", "a"));
        await _store.Get<IReleaseWriter>().Propose(Sample.Candidate(version: "1.0.0"), Cancellation);
        await Accept(Methodology("2.0.0", "b"));

        await Assert.ThrowsAsync<MethodologyFileException>(() => Accept(Methodology("1.0.0", "c"), Methodology("2.0.0", "b")));
        Assert.Equal(Methodology("1.0.0", "a"), await Reader.MethodologyFile("X-IDX", "1.0.0", Cancellation));
    }

    public void Dispose() => _store.Dispose();

    private Task<int> Accept(params DefinitionFile[] files) => _store.Get<IDefinitionWriter>().Accept(files, Sample.Noon, Cancellation);

    private static DefinitionFile Policy(string text) => new(DefinitionKind.Policy, "policy", Sample.Hash(text), "policy.txt", text, Sample.Hash(text));

    private static DefinitionFile Methodology(string version, string text) =>
        new(DefinitionKind.Methodology, "X-IDX", version, "x.yaml", text, Sample.Hash(text));
}
