using System.Globalization;
using System.Text.Json;
using AngleSharp;
using CsvHelper;
using Dashboard.PageModels.IndexPages;
using Dashboard.Tests.Sdmx;
using Indices.Observations;
using Indices.Releases;
using Indices.Time;
using TestSupport;
using Xunit;

namespace Dashboard.Tests;

/// <summary>The sentence, the table, the chart, the CSV, the API and SDMX show one number for each of 1,000 random values.</summary>
public class SameNumberTests
{
    private const int Count = 1000;
    private static readonly Period Last = Period.OfQuarter(2025, 3);

    // Of every size that two decimals can have, both signs, and those that a double or a format without zeros would spoil.
    private static readonly string[] Texts =
    [
        "0.00", "100.00", "100.10", "-0.01", "99999999.99", "0.10", "1000.00",
        .. Random().Take(Count - 7),
    ];

    [Fact]
    public async Task EverySurface_ThousandRandomValues_ShowsTheSameNumber()
    {
        await using var site = await PublicSite.Open();
        var sample = SampleReleases.Of(SampleDefinitions.Composite(), Last, PublicSite.Start);
        await site.Approve(sample with
        {
            Values = [.. Texts.Select((text, i) => Value(Last.Plus(i + 1 - Count), text))],
            Contributions = [],
        });

        var page = await BrowsingContext.New().OpenAsync(
            r => r.Content(site.Text("/indices/XX-CREDIT").GetAwaiter().GetResult()), Xunit.TestContext.Current.CancellationToken);

        Assert.Equal(Texts.Reverse().Select(Exact), page.QuerySelectorAll(".table-toggle tbody td:nth-child(2)").Select(cell => Shown(cell.TextContent)));
        Assert.Equal(Exact(Texts[^1]), Shown(page.QuerySelector(".headline-value .value")!.TextContent));
        using var chart = JsonDocument.Parse(page.QuerySelector("script.chart-data")!.TextContent);
        Assert.Equal(Texts.Select(Exact), chart.RootElement.GetProperty("series")[0].GetProperty("values").EnumerateArray().Select(v => v.GetDecimal()));
        using var api = JsonDocument.Parse(await site.Text("/api/v1/indices/XX-CREDIT/observations"));
        Assert.Equal(Texts, api.RootElement.GetProperty("observations").EnumerateArray().Select(o => o.GetProperty("value").GetRawText()));
        Assert.Equal(Texts, Column(await site.Text("/api/v1/indices/XX-CREDIT/observations?format=csv"), "value"));
        Assert.Equal(Texts, Column(await site.Text("/sdmx/v1/data/INDICES", "application/vnd.sdmx.data+csv;version=1.0.0"), "OBS_VALUE"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Sentence_ThousandRandomValues_StatesTheNumberOfTheTable(bool english)
    {
        var (methodology, language) = (SampleDefinitions.Composite(), new Language(english));
        var sample = SampleReleases.Of(methodology, Last, PublicSite.Start);
        foreach (var text in Texts)
        {
            var content = sample with { Values = [Value(Last, text)] };
            var shown = SeriesTable.Rows(content, language)[0].Value;

            Assert.Contains(shown, MovementSentence.Of(content, methodology, language), StringComparison.Ordinal);
            Assert.Equal(Exact(text), Shown(shown));
        }
    }

    private static IEnumerable<string> Random()
    {
        var random = new Random(20251124);
        while (true)
            yield return (Math.Round((decimal)(random.NextDouble() * 2 - 1) * (decimal)Math.Pow(10, random.Next(0, 8)), 2) + 0.00m).ToString("0.00", CultureInfo.InvariantCulture);
    }

    private static PublishedValue Value(Period period, string text) => new(
        period, "XX-CREDIT", "1.0.0", text, double.Parse(text, CultureInfo.InvariantCulture), ObservationStatus.A, 1, null);

    private static decimal Exact(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private static decimal Shown(string text) => decimal.Parse(text.Replace('−', '-'), NumberStyles.Number, CultureInfo.InvariantCulture);

    private static List<string> Column(string text, string name)
    {
        using var csv = new CsvReader(new StringReader(text), CultureInfo.InvariantCulture);
        csv.Read();
        csv.ReadHeader();
        var values = new List<string>();
        while (csv.Read())
            values.Add(csv.GetField(name)!);
        return values;
    }
}
