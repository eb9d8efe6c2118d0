using Dashboard.PageModels;
using Dashboard.Tests.Fakes;
using Indices.Calculation.Targets;
using Indices.Observations;
using Indices.Provenance;
using Indices.Time;
using TestSupport;
using Xunit;

namespace Dashboard.Tests.PageModels;

/// <summary>On the real store and the real definitions of the repository.</summary>
public sealed class TargetReaderTests : IDisposable
{
    private const string Listed = "CMVI-LISTED-CUM";
    private static readonly DateTimeOffset Now = new(2026, 4, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly TemporaryStore _store = new();
    private readonly string _city = SeedDefinitions.All.Catalogue.Areas.First(a => a.IsCity).Code;

    [Fact]
    public async Task Targets_WithoutAnyFigure_AllSayNoData()
    {
        var standings = await Read(Now);

        Assert.Equal(11, standings.Targets.Length);
        Assert.All(standings.Targets, t => Assert.Equal(TargetStatus.NoData, t.Result.Status));
        Assert.Null(standings.NewestData);
    }

    [Fact]
    public async Task Figures_OfAnotherScope_StandBesideTheTargetAndAreNotRated()
    {
        await Store("上市公司总数（存量）", Origin.Public, Now.AddDays(-300), (Period.OfYear(2024), "310"));

        var listed = (await Read(Now)).Targets.Single(t => t.Result.Target.Indicator == Listed);

        Assert.Equal(TargetStatus.NoData, listed.Result.Status);
        Assert.Equal(310, Assert.Single(listed.OtherScopes).Value);
        var tile = TargetTile.Of(listed, Language.Chinese);
        Assert.Equal("310\u202f家", tile.Reference!.Value);
    }

    [Fact]
    public async Task Figures_MadeUpForDemonstrationInAnotherScope_DoNotStandBesideTheTarget()
    {
        await Store("上市公司总数（存量）", Origin.Synthetic, Now.AddDays(-300), (Period.OfYear(2024), "310"));

        Assert.Empty((await Read(Now)).Targets.Single(t => t.Result.Target.Indicator == Listed).OtherScopes);
    }

    [Fact]
    public async Task Figures_ThatBecomeKnownLater_AreNotShownBefore()
    {
        await Store("", Origin.Official, Now.AddDays(-400), (Period.OfMonth(2022, 12), "300"), (Period.OfMonth(2024, 12), "352"));
        await Store("", Origin.Official, Now.AddHours(1), (Period.OfMonth(2025, 12), "402"));

        var before = (await Read(Now)).Targets.Single(t => t.Result.Target.Indicator == Listed).Result;
        var after = (await Read(Now.AddHours(1))).Targets.Single(t => t.Result.Target.Indicator == Listed).Result;

        Assert.Equal(352, before.Current);
        Assert.Equal((402, FinalVerdict.Achieved), (after.Current, after.Verdict));
    }

    public void Dispose() => _store.Dispose();

    private async Task<TargetStandings> Read(DateTimeOffset now) =>
        await new TargetReader(new FakeDefinitions(SeedDefinitions.All), _store.Get<IObservationReader>()).Read(now, TestContext.Current.CancellationToken)
        ?? throw new InvalidOperationException("The seed has targets.");

    private async Task Store(string scope, Origin origin, DateTimeOffset known, params (Period Period, string Value)[] values)
    {
        var vintage = new Vintage(known);
        var series = new SeriesId(Listed, Measures.Value, _city, scope, origin);
        var citation = origin == Origin.Public ? new Citation("样例日报", "https://example.org/a", "A", null) : null;
        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(scope + known.ToString("O", System.Globalization.CultureInfo.InvariantCulture))));
        await _store.Get<IObservationWriter>().Append(
            new ParsedDocument(
                new RawDocument(hash, "figures.csv", "inbox:figures.csv", "text/csv", 100, vintage, "test"),
                [.. values.Select((v, i) => new NewObservation(series, v.Period, v.Value, ObservationStatus.A, vintage, i + 2, Citation: citation))], [], []),
            TestContext.Current.CancellationToken);
    }
}
