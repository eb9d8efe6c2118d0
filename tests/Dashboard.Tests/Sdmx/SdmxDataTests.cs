using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using CsvHelper;
using Dashboard.Sdmx;
using Dashboard.Sdmx.Data;
using Indices.Time;
using Xunit;

namespace Dashboard.Tests.Sdmx;

public class SdmxDataTests
{
    private const string Csv1 = "application/vnd.sdmx.data+csv;version=1.0.0";
    private const string Csv2 = "application/vnd.sdmx.data+csv;version=2.0.0";
    private const string Json1 = "application/vnd.sdmx.data+json;version=1.0.0";
    private const string Json2 = "application/vnd.sdmx.data+json;version=2.0.0";
    private const string Generic = "application/vnd.sdmx.genericdata+xml;version=2.1";
    private const string Specific = "application/vnd.sdmx.structurespecificdata+xml;version=2.1";
    private static readonly XNamespace GenericNamespace = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/data/generic";

    /// <summary>Whatever the format, the same series, periods and published digits.</summary>
    [Theory]
    [InlineData(Json1)]
    [InlineData(Json2)]
    [InlineData("application/vnd.sdmx.data+json;version=2.1.0")]
    [InlineData(Generic)]
    [InlineData(Specific)]
    [InlineData(Csv2)]
    public async Task Data_EveryFormat_HoldsWhatTheCsvHolds(string accept)
    {
        await using var site = await SdmxSite.Open();
        foreach (var dimension in new[] { "TIME_PERIOD", "AllDimensions", "NODE" })
        {
            var csv = Csv(await site.Text("/sdmx/v1/data/INDICES", Csv1));
            var other = await site.Text($"/sdmx/v1/data/INDICES?dimensionAtObservation={dimension}", accept);

            var found = accept == Generic ? OfGeneric(other) : accept == Specific ? OfSpecific(other) : accept == Csv2 ? Csv(other) : OfJson(other);

            Assert.Equal(csv.Order(), found.Order());
            Assert.Equal(12 * 3 + 12 * 3, found.Count);
        }
    }

    [Theory]
    [InlineData("/sdmx/v1/data/INDICES/all", 72)]
    [InlineData("/sdmx/v1/data/AG-ONE,INDICES,1.0/all/all", 72)]
    [InlineData("/sdmx/v1/data/AG-ONE,INDICES,latest/Q.../AG-ONE", 36)]
    [InlineData("/sdmx/v1/data/INDICES/Q+M.990100.XX-CREDIT+XX-PRICE.XX-PRICE", 12)]
    [InlineData("/sdmx/v1/data/INDICES/Q...?startPeriod=2025", 9)]
    [InlineData("/sdmx/v1/data/INDICES/Q...?startPeriod=2025-Q1&endPeriod=2025-Q2", 6)]
    [InlineData("/sdmx/v1/data/INDICES/...?endPeriod=2024-12-31&startPeriod=2024-11", 6)]
    [InlineData("/sdmx/v1/data/INDICES/Q...G-INFO?firstNObservations=1&lastNObservations=2", 3)]
    [InlineData("/sdmx/v1/data/INDICES/Q..XX-CREDIT.G-INFO?firstNObservations=1&lastNObservations=2", 3)]
    [InlineData("/sdmx/v1/data/INDICES/all?updatedAfter=2025-11-10T00:00:00Z", 1)]
    [InlineData("/sdmx/v2/data", 72)]
    [InlineData("/sdmx/v2/data/dataflow/AG-ONE/INDICES/1.0/*", 72)]
    [InlineData("/sdmx/v2/data/dataflow/*/*/+/Q.*.XX-CREDIT", 36)]
    [InlineData("/sdmx/v2/data/dataflow/AG-ONE/INDICES/~/Q,M.*.*.XX-PRICE", 48)]
    [InlineData("/sdmx/v2/data/datastructure/AG-ONE/DSD_INDICES/1.0.0", 72)]
    [InlineData("/sdmx/v2/data/dataflow/AG-ONE/INDICES/?c[TIME_PERIOD]=ge:2025-Q1+le:2025-Q2&c[FREQ]=Q", 6)]
    [InlineData("/sdmx/v2/data/*/*/*/*/*?c[FREQ]=Q,M&c[NODE]=sw:XX", 24)]
    [InlineData("/sdmx/v2/data?c[OBS_VALUE]=ge:99.90&c[NODE]=G-INFO", 1)]
    [InlineData("/sdmx/v2/data?c[OBS_STATUS]=ne:Q", 48)]
    [InlineData("/sdmx/v2/data?c[COMMENT_OBS]=co:fewer", 24)]
    [InlineData("/sdmx/v2/data?updatedAfter=2025-11-10T00:00:00Z", 1)]
    [InlineData("/sdmx/v2/data?offset=70", 2)]
    [InlineData("/sdmx/v2/data?limit=5", 5)]
    [InlineData("/sdmx/v2/data?asOf=2025-10-01T00:00:00Z", 33)]
    public async Task Data_QueryForms_FindWhatTheySay(string address, int observations)
    {
        await using var site = await SdmxSite.Open();

        var answer = await site.Get(address, address.Contains("/v1/", StringComparison.Ordinal) ? Csv1 : Csv2);

        var text = await answer.Content.ReadAsStringAsync(Xunit.TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(observations, Csv(text).Count);
    }

    [Theory]
    [InlineData("/sdmx/v1/data/OTHER", HttpStatusCode.NotFound)]
    [InlineData("/sdmx/v1/data/INDICES/A...", HttpStatusCode.NotFound)]
    [InlineData("/sdmx/v1/data/INDICES/Q.X", HttpStatusCode.BadRequest)]
    [InlineData("/sdmx/v1/data/INDICES?startPeriod=soon", HttpStatusCode.BadRequest)]
    [InlineData("/sdmx/v1/data/INDICES?lastNObservations=0", HttpStatusCode.BadRequest)]
    [InlineData("/sdmx/v1/data/INDICES?detail=much", HttpStatusCode.BadRequest)]
    [InlineData("/sdmx/v1/data/INDICES?dimensionAtObservation=COLOUR", HttpStatusCode.BadRequest)]
    [InlineData("/sdmx/v1/data/INDICES?updatedAfter=2025-11-24T02:00:00Z", HttpStatusCode.NotFound)]
    [InlineData("/sdmx/v1/data/INDICES?format=spreadsheet", HttpStatusCode.NotAcceptable)]
    [InlineData("/sdmx/v1/schema/dataflow/AG-ONE/INDICES", HttpStatusCode.NotImplemented)]
    [InlineData("/sdmx/v1/colours", HttpStatusCode.BadRequest)]
    [InlineData("/sdmx/v2/data/dataflow/AG-ONE/INDICES/2.0.0", HttpStatusCode.NotFound)]
    [InlineData("/sdmx/v2/data/nothing", HttpStatusCode.BadRequest)]
    [InlineData("/sdmx/v2/data/provisionagreement", HttpStatusCode.NotFound)]
    [InlineData("/sdmx/v2/data?c[COLOUR]=red", HttpStatusCode.BadRequest)]
    [InlineData("/sdmx/v2/data?c[OBS_VALUE]=ge:much", HttpStatusCode.BadRequest)]
    [InlineData("/sdmx/v2/data?c[FREQ]=Q&c[FREQ]=M", HttpStatusCode.BadRequest)]
    [InlineData("/sdmx/v2/data?sort=COLOUR", HttpStatusCode.BadRequest)]
    [InlineData("/sdmx/v2/data?updatedAfter=2025-11-20T00:00:00Z&asOf=2025-11-10T00:00:00Z", HttpStatusCode.BadRequest)]
    [InlineData("/sdmx/v2/data?reportingYearStartDay=--07-01", HttpStatusCode.NotImplemented)]
    [InlineData("/sdmx/v2/schema/dataflow/AG-ONE/INDICES/1.0", HttpStatusCode.NotImplemented)]
    [InlineData("/sdmx/v2/metadata/structure/dataflow", HttpStatusCode.NotImplemented)]
    public async Task Data_WhatCannotBeAnswered_HasTheCodeOfTheGuidelines(string address, HttpStatusCode status)
    {
        await using var site = await SdmxSite.Open();

        var answer = await site.Get(address);

        Assert.Equal(status, answer.StatusCode);
        var text = await answer.Content.ReadAsStringAsync(Xunit.TestContext.Current.CancellationToken);
        if (address.Contains("/v1/", StringComparison.Ordinal))
            Assert.NotNull(XDocument.Parse(text).Descendants().Single(e => e.Name.LocalName == "ErrorMessage").Attribute("code"));
        else
            Assert.True(JsonDocument.Parse(text).RootElement.GetProperty("errors")[0].GetProperty("code").GetInt32() >= 100);
    }

    [Fact]
    public async Task Data_AcceptNothingWeWrite_Is406()
    {
        await using var site = await SdmxSite.Open();

        Assert.Equal(HttpStatusCode.NotAcceptable, (await site.Get("/sdmx/v1/data/INDICES", "image/png")).StatusCode);
        Assert.Equal(HttpStatusCode.NotAcceptable, (await site.Get("/sdmx/v2/data", "application/vnd.sdmx.data+json;version=9.0.0")).StatusCode);
    }

    [Fact]
    public async Task Data_NothingAccepted_IsTheUsualFormatOfTheVersion()
    {
        await using var site = await SdmxSite.Open();

        Assert.Equal(Generic, (await site.Get("/sdmx/v1/data/INDICES")).Content.Headers.ContentType!.ToString().Replace(" ", "", StringComparison.Ordinal));
        Assert.Equal(Json2, (await site.Get("/sdmx/v2/data")).Content.Headers.ContentType!.ToString().Replace(" ", "", StringComparison.Ordinal));
    }

    /// <summary>Steps laid one on another are what was in force at every instant.</summary>
    [Fact]
    public async Task History_LaidOneOnAnother_IsWhatHeldAtEachInstant()
    {
        await using var site = await SdmxSite.Open();
        foreach (var instant in new[] { SdmxSite.First, SdmxSite.Second, SdmxSite.Corrected })
        {
            var asOf = Uri.EscapeDataString(instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
            var laid = new Dictionary<string, string>();
            foreach (var row in Csv(await site.Text($"/sdmx/v2/data?includeHistory=true&asOf={asOf}", Csv2)))
                laid[row[..row.LastIndexOf('=')]] = row;

            Assert.Equal(Csv(await site.Text($"/sdmx/v2/data?asOf={asOf}", Csv2)).Order(), laid.Values.Order());
        }
    }

    [Fact]
    public async Task History_OneSetForEachRelease_SaysFromWhenItHolds()
    {
        await using var site = await SdmxSite.Open();

        var sets = JsonDocument.Parse(await site.Text("/sdmx/v2/data?includeHistory=true", Json2)).RootElement.GetProperty("data").GetProperty("dataSets");

        Assert.Equal(
            ["2025-08-26T02:00:00Z", "2025-10-25T02:00:00Z", "2025-11-14T02:00:00Z"],
            sets.EnumerateArray().Select(s => s.GetProperty("validFrom").GetString()));
        var corrected = sets[2].GetProperty("series").EnumerateObject().Single();
        Assert.Equal("99.90", corrected.Value.GetProperty("observations").EnumerateObject().Single().Value[0].GetRawText());
    }

    [Fact]
    public async Task Data_TagKnown_AnswersNotModified()
    {
        await using var site = await SdmxSite.Open();
        var tag = (await site.Get("/sdmx/v2/data")).Headers.ETag!;

        using var request = new HttpRequestMessage(HttpMethod.Get, "/sdmx/v2/data");
        request.Headers.IfNoneMatch.Add(tag);

        Assert.Equal(HttpStatusCode.NotModified, (await site.Client.SendAsync(request, Xunit.TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task Data_ReleaseThatWaits_ChangesNoByteAndShowsFromItsInstant()
    {
        await using var site = await SdmxSite.Open();
        string[] addresses = ["/sdmx/v1/data/INDICES", "/sdmx/v2/data?includeHistory=true", "/sdmx/v2/availability", "/sdmx/v1/contentconstraint", "/sdmx/v2/structure"];
        foreach (var address in addresses)
            Assert.DoesNotContain("2025-Q4", await site.Text(address), StringComparison.Ordinal);

        site.Clock.Advance(TimeSpan.FromDays(1));

        Assert.Contains("2025-Q4", await site.Text(addresses[0]), StringComparison.Ordinal);
        Assert.Contains("2025-Q4", await site.Text(addresses[1]), StringComparison.Ordinal);
    }

    [Fact]
    public void Query_MoreThanTheMostObservations_IsTooLargeUnlessAskedForInPages()
    {
        var row = new DataRow([.. Enumerable.Repeat<string?>("A", 16)], SdmxSite.Last);
        DataSet[] sets = [new("Information", null, [.. Enumerable.Repeat(row, DataQuery.MostObservations + 1)])];

        Assert.Equal(413, Assert.Throws<SdmxException>(() => DataQuery.Everything.Run(sets)).Status);
        Assert.Equal(10, Assert.Single((DataQuery.Everything with { Limit = 10 }).Run(sets)).Rows.Length);
    }

    [Fact]
    public async Task Detail_SeriesKeysOnly_HasSeriesWithoutObservations()
    {
        await using var site = await SdmxSite.Open();

        var series = JsonDocument.Parse(await site.Text("/sdmx/v1/data/INDICES?detail=serieskeysonly", Json1)).RootElement
            .GetProperty("data").GetProperty("dataSets")[0].GetProperty("series");

        Assert.Equal(6, series.EnumerateObject().Count());
        Assert.All(series.EnumerateObject(), s => Assert.False(s.Value.TryGetProperty("observations", out _)));
        Assert.Equal(6, Csv(await site.Text("/sdmx/v2/data?attributes=none&measures=none", Csv2)).Count);
    }

    [Fact]
    public async Task Csv_WithNames_PutsThemBesideTheCodes()
    {
        await using var site = await SdmxSite.Open();

        var text = await site.Text("/sdmx/v1/data/INDICES?lang=en", Csv1 + ";labels=both;timeFormat=normalized");

        Assert.Contains("FREQ: Frequency", text, StringComparison.Ordinal);
        Assert.Contains("Q: Quarterly,990100: Sample City", text, StringComparison.Ordinal);
        Assert.Contains("2025-07-01T00:00:00", text, StringComparison.Ordinal);
    }

    private static List<string> Csv(string text)
    {
        using var csv = new CsvReader(new StringReader(text), CultureInfo.InvariantCulture);
        csv.Read();
        csv.ReadHeader();
        var rows = new List<string>();
        while (csv.Read())
            rows.Add(Row(csv.GetField("FREQ"), csv.GetField("REF_AREA"), csv.GetField("INDEX"), csv.GetField("NODE"),
                csv.HeaderRecord!.Contains("TIME_PERIOD") ? csv.GetField("TIME_PERIOD") : "", csv.HeaderRecord!.Contains("OBS_VALUE") ? csv.GetField("OBS_VALUE") : ""));
        return rows;
    }

    private static List<string> OfSpecific(string text) => [.. XDocument.Parse(text).Descendants("Obs").Select(obs =>
    {
        string? Of(string id) => obs.Attribute(id)?.Value ?? obs.Parent!.Attribute(id)?.Value;
        return Row(Of("FREQ"), Of("REF_AREA"), Of("INDEX"), Of("NODE"), Of("TIME_PERIOD"), Of("OBS_VALUE"));
    })];

    private static List<string> OfGeneric(string text) => [.. XDocument.Parse(text).Descendants(GenericNamespace + "Obs").Select(obs =>
    {
        var keys = obs.Descendants(GenericNamespace + "Value").Concat(obs.Parent!.Elements(GenericNamespace + "SeriesKey").Elements())
            .ToDictionary(v => v.Attribute("id")!.Value, v => v.Attribute("value")!.Value);
        if (obs.Element(GenericNamespace + "ObsDimension") is { } own)
            keys[obs.Document!.Descendants().First(e => e.Attribute("dimensionAtObservation") is not null).Attribute("dimensionAtObservation")!.Value] = own.Attribute("value")!.Value;
        return Row(keys["FREQ"], keys["REF_AREA"], keys["INDEX"], keys["NODE"], keys["TIME_PERIOD"], obs.Element(GenericNamespace + "ObsValue")?.Attribute("value")!.Value);
    })];

    private static List<string> OfJson(string text)
    {
        var data = JsonDocument.Parse(text).RootElement.GetProperty("data");
        var structure = data.TryGetProperty("structure", out var one) ? one : data.GetProperty("structures")[0];
        string[] Ids(string level) => [.. structure.GetProperty("dimensions").GetProperty(level).EnumerateArray().Select(d => d.GetProperty("id").GetString()!)];
        string Code(string level, int dimension, string place)
        {
            var value = structure.GetProperty("dimensions").GetProperty(level)[dimension].GetProperty("values")[int.Parse(place, CultureInfo.InvariantCulture)];
            return (value.TryGetProperty("id", out var id) ? id : value.GetProperty("value")).GetString()!;
        }
        var rows = new List<string>();
        var set = data.GetProperty("dataSets")[0];
        var series = set.TryGetProperty("series", out var all) ? all.EnumerateObject().Select(s => (s.Name, s.Value)) : [("", set)];
        foreach (var (key, content) in series)
            foreach (var observation in content.GetProperty("observations").EnumerateObject())
            {
                var codes = new Dictionary<string, string>();
                if (key.Length > 0)
                    foreach (var (place, i) in key.Split(':').Select((p, i) => (p, i)))
                        codes[Ids("series")[i]] = Code("series", i, place);
                foreach (var (place, i) in observation.Name.Split(':').Select((p, i) => (p, i)))
                    codes[Ids("observation")[i]] = Code("observation", i, place);
                var value = observation.Value[0];
                rows.Add(Row(codes["FREQ"], codes["REF_AREA"], codes["INDEX"], codes["NODE"], codes["TIME_PERIOD"], value.ValueKind == JsonValueKind.Null ? "" : value.GetRawText()));
            }
        return rows;
    }

    private static string Row(params string?[] cells) => string.Join('.', cells[..^1]) + "=" + cells[^1];
}
