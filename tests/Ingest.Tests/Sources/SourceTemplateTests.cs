using System.Text;
using Indices.Observations;
using Indices.Sources;
using Indices.Sources.Health;
using Indices.Time;
using Ingest.Sources;
using Ingest.Validation;
using TestSupport;
using Xunit;

namespace Ingest.Tests.Sources;

public sealed class SourceTemplateTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 4, 0, 0, TimeSpan.Zero);

    public static TheoryData<string> Codes => [.. SeedDefinitions.All.Sources.All.Select(s => s.Code)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Rows_FilledIn_AreReadBackAsTheSeriesOfTheSource(string code)
    {
        var state = StateOf(code);
        var template = SourceTemplates.Of(state, SeedDefinitions.All);
        var lines = template.Rows.Select((row, i) => string.Join(',', row.Select((cell, column) => template.Header[column] == "指标值" ? $"{i + 1}" : cell)));
        var text = string.Join('\n', lines.Prepend(string.Join(',', template.Header)));

        var content = StatisticsFile.Read(Encoding.UTF8.GetBytes(text), new FileContext("hash", Origin.Official, null, new Vintage(Now), null, OfficeClock.Zone)
        {
            Source = state.Source, Series = new KnownSeries(SeedDefinitions.All),
        });

        Assert.Empty(content.Faults);
        Assert.Equal(state.Source.Series.Select(s => (s.Indicator, s.Measure)), content.Observations.Select(o => (o.Series.Indicator, o.Series.Measure)));
        Assert.All(content.Observations, o => Assert.Equal(SeedDefinitions.All.Catalogue.Areas.Single(a => a.IsCity).Code, o.Series.Area));
    }

    [Theory]
    [InlineData("HZ-FIN", "HZ-FIN填报")]
    [InlineData("CERT", "CERT填报")]
    public void FileName_OfASource_FitsItsInboxPattern(string code, string name)
    {
        Assert.Equal(name, SourceTemplates.Of(StateOf(code), SeedDefinitions.All).FileName);
        Assert.Equal(StateOf(code).Source.Inbox is null ? null : code, SeedDefinitions.All.Sources.OfFile(name + ".xlsx")?.Code);
    }

    [Fact]
    public void Rows_OfASeriesThatIsComplete_AskForThePeriodAfterTheNewest()
    {
        var newest = Period.Parse("2026-10");
        var states = DataHealth.Of(SeedDefinitions.All, [new NewestValue(new SeriesId("LPR1Y", Measures.Value, "330100", "", Origin.Official), newest)], [], Now);

        var template = SourceTemplates.Of(states.Single(s => s.Source.Code == "NIFC"), SeedDefinitions.All);

        Assert.Equal("2026-11", Assert.Single(template.Rows)[template.Header.ToList().IndexOf("报告期")]);
    }

    private static SourceState StateOf(string code) => DataHealth.Of(SeedDefinitions.All, [], [], Now).Single(s => s.Source.Code == code);
}
