using System.Collections.Frozen;
using System.Text.Json;
using Indices.Calculation;
using Indices.Calculation.Uncertainty;
using Indices.Methodology;
using Indices.Releases;
using Indices.Time;
using TestSupport;
using Xunit;

namespace Ingest.Tests.Recalculation;

/// <summary>Rebuilding an old release gives its old values, from nothing but its receipt and the store.</summary>
[Collection(nameof(ReleasedDemo))]
public sealed class ReceiptReplayTests(ReleasedDemo demo)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Codes => [.. SeedDefinitions.All.IndexCodes];

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task Receipt_OfEveryRelease_RebuildsTheSameRelease(string code)
    {
        var history = (await demo.Desk.Published.History(code, demo.Desk.Clock.GetUtcNow(), Cancellation)).OrderBy(v => v.Period).ToList();

        Assert.NotEmpty(history);
        foreach (var version in history)
        {
            var stored = await demo.Desk.Candidates.Content(version.Id, Cancellation);
            var receipt = await demo.Desk.Candidates.Receipt(version.Id, Cancellation);

            var rebuilt = await Rebuild(receipt!);

            Assert.Equal(version.Fingerprint, rebuilt.Fingerprint);
            Assert.Equal(stored!.Values, rebuilt.Values);
            Assert.Equal(receipt, rebuilt.Receipt);
            AssertSame(stored.Uncertainty, rebuilt.Uncertainty);
        }
    }

    [Fact]
    public async Task Receipt_ReplayedWithoutItsFrozenParameters_IsNoticed()
    {
        var code = SeedDefinitions.All.Indices.First(i => !i.IsPrice).Code;
        var newest = await demo.Desk.Published.Find(code, null, demo.Desk.Clock.GetUtcNow(), Cancellation);
        var receipt = await demo.Desk.Candidates.Receipt(newest!.Version.Id, Cancellation);

        var rebuilt = await Rebuild(receipt!, FrozenParameters.None);

        Assert.NotEqual(receipt, rebuilt.Receipt);
    }

    private static void AssertSame(UncertaintyResult? stored, UncertaintyResult? rebuilt)
    {
        if (stored is not null && rebuilt is not null)
        {
            Assert.Equal(stored.Sensitivity.Select(t => (t.Output, t.Variance)), rebuilt.Sensitivity.Select(t => (t.Output, t.Variance)));
            Assert.Equal(stored.Sensitivity.SelectMany(t => t.Rows), rebuilt.Sensitivity.SelectMany(t => t.Rows));
        }
        Assert.Equal(stored is null ? null : stored with { Sensitivity = [] }, rebuilt is null ? null : rebuilt with { Sensitivity = [] });
    }

    private async Task<NewCandidate> Rebuild(string receipt, FrozenParameters? instead = null)
    {
        using var json = JsonDocument.Parse(receipt);
        var root = json.RootElement;
        var code = root.GetProperty("index").GetString()!;
        var period = Period.Parse(root.GetProperty("period").GetString()!);
        var hashes = root.GetProperty("methodology").EnumerateArray().Select(m => m.GetProperty("sha256").GetString()).ToHashSet();
        var frozen = new FrozenParameters(root.GetProperty("frozen").EnumerateObject().ToFrozenDictionary(p => p.Name, p => p.Value.GetDouble()));
        var asOf = new Vintage(root.GetProperty("asOf").GetDateTimeOffset());
        IndexMethodology[] versions = [.. SeedDefinitions.All.Versions(code).Where(v => hashes.Contains(v.Sha256))];
        var snapshot = await demo.Desk.Observations.ReadSnapshot(SeriesOf(versions), asOf, Cancellation);
        var inputs = new IndexInputs(
            [.. versions], SeedDefinitions.All.Catalogue, snapshot, root.GetProperty("area").GetString()!, period, instead ?? frozen);
        return CandidateAssembly.Assemble(
            IndexCalculator.Calculate(inputs), inputs, period, ReleaseKind.Initial, null,
            await demo.Desk.Candidates.ApprovedBefore(code, period, Cancellation), "test", demo.Desk.Clock.GetUtcNow());
    }

    /// <summary>What the index is made of, by every version there is: the receipt's digest covers all that could be seen.</summary>
    private static HashSet<string> SeriesOf(IndexMethodology[] versions) =>
    [
        .. SeedDefinitions.All.Versions(versions[0].Code).SelectMany(v => v.Root.Indicators)
            .SelectMany(i => i.Transforms.Select(t => t.Denominator).OfType<string>().Append(i.Code)),
        versions[0].Code,
    ];
}
