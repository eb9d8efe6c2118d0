using System.Security.Cryptography;
using System.Text;
using Indices.Calculation;
using Indices.Methodology;
using Indices.Observations;
using Indices.Provenance;
using Indices.Releases;
using Indices.Time;
using Ingest.Jobs;
using Ingest.Recalculation;
using Ingest.Tests.Demo;
using Microsoft.Extensions.Time.Testing;
using TestSupport;
using Xunit;

namespace Ingest.Tests.Recalculation;

/// <summary>The release chain on a real database at noon (Shanghai) on 24 November 2026.</summary>
internal sealed class ReleaseDesk : IDisposable
{
    private readonly TemporaryStore _store = new();

    internal ReleaseDesk(Definitions definitions, SeedProfile profile = SeedProfile.Demo)
    {
        Definitions = definitions;
        var inForce = new InForce(definitions);
        Calculation = new ReleaseCalculation(Observations, Candidates, Clock);
        History = new DemoReleaseHistory(
            new IngestOptions("", "", profile), inForce, Calculation, _store.Get<IReleaseReader>(), Releases, Clock);
        Orders = new RecalculationOrders(inForce, _store.Get<IRecalculationWriter>(), Clock);
        Recalculation = new IndexRecalculation(
            inForce, Orders, Calculation, Candidates, Releases, Recalculations, _store.Get<IRecalculationWriter>(), Clock);
    }

    internal FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 24, 4, 0, 0, TimeSpan.Zero));

    internal Definitions Definitions { get; }

    internal ReleaseCalculation Calculation { get; }

    internal DemoReleaseHistory History { get; }

    internal IndexRecalculation Recalculation { get; }

    internal RecalculationOrders Orders { get; }

    internal IRecalculationReader Recalculations => _store.Get<IRecalculationReader>();

    internal IRecalculationWriter RecalculationWriter => _store.Get<IRecalculationWriter>();

    internal IObservationReader Observations => _store.Get<IObservationReader>();

    internal ICandidateReader Candidates => _store.Get<ICandidateReader>();

    internal IReleaseReader Published => _store.Get<IReleaseReader>();

    internal IReleaseWriter Releases => _store.Get<IReleaseWriter>();

    internal IWorkflowWriter Workflow => _store.Get<IWorkflowWriter>();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Only one index of the definitions, so that little has to be calculated.</summary>
    internal static Definitions Only(string code) =>
        SeedDefinitions.All with { Indices = [.. SeedDefinitions.All.Versions(code)] };

    /// <summary>The demonstration's figures, as if they were of that origin.</summary>
    internal async Task AppendDemo(Origin origin = Origin.Synthetic)
    {
        foreach (var (name, content) in SeedFiles.Read("demo"))
            await Append(
                name,
                [.. content.Observations.Select(o => o with { Series = o.Series with { Origin = origin } })],
                [.. content.Deals.Select(d => d.Deal with { Origin = origin })]);
    }

    internal async Task Append(string name, NewObservation[] observations, Deal[] deals)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)));
        var document = new RawDocument(hash, name, $"inbox:{name}", "text/csv", 1, new Vintage(Clock.GetUtcNow()), "test");
        await _store.Get<IObservationWriter>().Append(
            new ParsedDocument(document, observations, [.. deals.Select(d => d with { DocumentSha256 = hash })], []), Cancellation);
    }

    /// <summary>Multiplies what is known of every value of a period, as a source that revises would: known from now on.</summary>
    internal async Task Revise(string index, Period period, double factor)
    {
        var codes = Definitions.Versions(index)[^1].Root.Indicators.Select(i => i.Code).ToArray();
        var known = await Observations.ReadSnapshot(codes, new Vintage(Clock.GetUtcNow()), Cancellation);
        var now = new Vintage(Clock.GetUtcNow());
        await Append($"revision {period} {factor} {now}", [.. known.Observations
            .Where(o => o.Value is not null && o.Period.End == period.End && o.Series.Scope.Length == 0)
            .Select((o, row) => new NewObservation(o.Series, o.Period, PublishedNumber.Round(o.Value!.Value * factor, 6), o.Status, now, row + 2))], []);
    }

    internal Task<JobReport> ReleaseHistory() => History.Run(_ => Task.CompletedTask, Cancellation);

    /// <summary>As a scheduled fire of this moment would for what is due, or as a person would for some periods.</summary>
    internal async Task<JobReport> Recalculate(string index, params Period[] periods) => await Work(periods.Length == 0
        ? (await Recalculation.OrderDue(index, $"{index} {Guid.NewGuid()}", "scheduler", Cancellation))!.Value
        : await Order(index, periods));

    internal Task<long> Order(string index, params Period[] periods) =>
        Orders.Add(new RecalculationOrder(index, [.. periods], new Vintage(Clock.GetUtcNow())), null, "wang", Cancellation);

    /// <param name="after">Called when a period has been done.</param>
    internal Task<JobReport> Work(long order, Func<string, Task>? after = null) =>
        Recalculation.Run(order, after ?? (_ => Task.CompletedTask), Cancellation);

    internal Task<IReadOnlyList<ReleaseVersion>> Versions() => Candidates.Recent(10_000, Cancellation);

    internal async Task Approve(ReleaseVersion version) => await Releases.Approve(
        version.Id, version.Fingerprint, Clock.GetUtcNow(), "reviewer", Clock.GetUtcNow(), Cancellation);

    public void Dispose() => _store.Dispose();

    private sealed class InForce(Definitions definitions) : IDefinitionReader
    {
        public Task<Definitions?> Current(CancellationToken cancellation = default) => Task.FromResult<Definitions?>(definitions);

        public Task<DefinitionFile?> MethodologyFile(string code, string version, CancellationToken cancellation = default) =>
            Task.FromResult<DefinitionFile?>(null);
    }
}
