using Indices.Methodology;
using Indices.Releases;
using Microsoft.Extensions.DependencyInjection;
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
    public async Task Current_AfterAccept_IsWhatTheFilesSay()
    {
        await Accept(SeedDefinitions.Files);

        var current = await Reader.Current(Cancellation);

        Assert.NotNull(current);
        Assert.Equal(SeedDefinitions.All.IndexCodes, current.IndexCodes);
        Assert.Equal(SeedDefinitions.All.Indices.Select(i => i.Sha256), current.Indices.Select(i => i.Sha256));
        Assert.Equal(SeedDefinitions.All.PolicyText, current.PolicyText);
        Assert.Same(current, await Reader.Current(Cancellation));
    }

    [Fact]
    public async Task Current_ReplacedByAnotherProcess_IsTheNewSet()
    {
        await Accept(SeedDefinitions.Files);
        var before = await Reader.Current(Cancellation);
        using var other = _store.Open();

        await other.GetRequiredService<IDefinitionWriter>().Accept(Edited(First, "# b"), Sample.Noon, Cancellation);

        var after = await Reader.Current(Cancellation);
        Assert.NotEqual(Index(before!).Sha256, Index(after!).Sha256);
    }

    [Fact]
    public async Task Accept_SetsOneAfterAnother_CountsWhatIsNewOrChanged()
    {
        Assert.Equal(SeedDefinitions.Files.Count, await Accept(SeedDefinitions.Files));
        Assert.Equal(0, await Accept(SeedDefinitions.Files));
        Assert.Equal(1, await Accept(Edited(First, "# b")));
        Assert.Equal(Edited(First, "# b")[Place(First)], await Methodology());
        Assert.Equal(1, await Accept(SeedDefinitions.Files));
        Assert.Equal(First, await Methodology());
    }

    [Fact]
    public async Task Accept_UnreadableSet_LeavesTheOneInForce()
    {
        await Accept(SeedDefinitions.Files);

        await Assert.ThrowsAsync<MethodologyFileException>(() => Accept(Edited(First, "unknown_key: 1")));

        Assert.Equal(First, await Methodology());
        Assert.NotNull(await Reader.Current(Cancellation));
    }

    [Fact]
    public async Task Accept_UsedVersionWithOtherBytes_RefusesTheWholeSet()
    {
        await Accept(SeedDefinitions.Files);
        await Use(First);

        var refusal = await Assert.ThrowsAsync<MethodologyFileException>(() => Accept(Edited(First, "# b")));

        Assert.Equal((First.FileName, 1), (refusal.File, Assert.Single(refusal.Faults).Line));
        Assert.Equal(First, await Methodology());
        Assert.Equal(1, await Accept(Edited(Unused, "# b")));
    }

    [Fact]
    public async Task Accept_UsedVersionTakenOutAndBroughtBackChanged_IsRefused()
    {
        await Accept(SeedDefinitions.Files);
        await Use(First);
        await Accept(Without(First));
        Assert.Equal(First, await Methodology());

        await Assert.ThrowsAsync<MethodologyFileException>(() => Accept(Edited(First, "# b")));
    }

    public void Dispose() => _store.Dispose();

    private static DefinitionFile First { get; } = Alone()[0];

    private static DefinitionFile Unused { get; } = Alone()[1];

    /// <summary>Indices with a single version.</summary>
    private static List<DefinitionFile> Alone() =>
        [.. SeedDefinitions.Files.Where(f => f.Kind == DefinitionKind.Methodology).GroupBy(f => f.Code).Where(g => g.Count() == 1).SelectMany(g => g)];

    private static int Place(DefinitionFile file) => SeedDefinitions.Files.ToList().IndexOf(file);

    /// <summary>The seeds with one line more at the end of a file.</summary>
    private static List<DefinitionFile> Edited(DefinitionFile file, string line) =>
        [.. SeedDefinitions.Files.Select(f => f == file ? DefinitionSet.Describe(f.FileName, $"{f.Text}\n{line}\n")! : f)];

    /// <summary>The seeds without one index and its line in the catalogue.</summary>
    private static List<DefinitionFile> Without(DefinitionFile methodology) =>
        [.. SeedDefinitions.Files
            // Sources speak of its indicators.
            .Where(f => f != methodology && f.Kind != DefinitionKind.Sources)
            .Select(f => f.Kind == DefinitionKind.Catalogue
                ? DefinitionSet.Describe(f.FileName, f.Text.Replace($"- {methodology.Code}\n", "", StringComparison.Ordinal))!
                : f)];

    private static IndexMethodology Index(Definitions definitions) => definitions.Versions(First.Code)[0];

    private Task<int> Accept(IReadOnlyList<DefinitionFile> files) => _store.Get<IDefinitionWriter>().Accept(files, Sample.Noon, Cancellation);

    private Task<DefinitionFile?> Methodology() => Reader.MethodologyFile(First.Code, First.Version, Cancellation);

    private Task<(long Id, bool IsNew)> Use(DefinitionFile file) =>
        _store.Get<IReleaseWriter>().Propose(Sample.Candidate(file.Code, version: file.Version), Cancellation);
}
