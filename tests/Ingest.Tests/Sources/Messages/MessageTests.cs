using System.Text;
using Indices.Observations;
using Indices.Sources;
using Indices.Time;
using Ingest.Sources;
using Ingest.Validation;
using TestSupport;
using Xunit;

namespace Ingest.Tests.Sources.Messages;

/// <summary>Messages of web services: made for these tests after the published forms, with figures that are nobody's.</summary>
public sealed class MessageTests
{
    private const string Records =
        """{"code":0,"data":{"items":[{"month":"2024-Q1","name":"npl","amount":"0.88"},{"month":"2024年二季度","name":"npl","amount":0.91,"flag":"P"},{"month":"2024-Q2","name":"else","amount":1},{"month":"2024-Q3","name":"npl","amount":null}]}}""";

    private const string Nbs =
        """
        {"returncode":200,"returndata":{"datanodes":[
        {"code":"zb.A0301_sj.2024A","data":{"data":88.25,"dotcount":2,"hasdata":true,"strdata":"88.25"},"wds":[{"valuecode":"A0301","wdcode":"zb"},{"valuecode":"2024A","wdcode":"sj"}]},
        {"code":"zb.A0301_sj.2024B","data":{"data":0,"dotcount":0,"hasdata":false,"strdata":""},"wds":[{"valuecode":"A0301","wdcode":"zb"},{"valuecode":"2024B","wdcode":"sj"}]},
        {"code":"zb.A0302_sj.2024A","data":{"data":7,"dotcount":0,"hasdata":true,"strdata":"7"},"wds":[{"valuecode":"A0302","wdcode":"zb"},{"valuecode":"2024A","wdcode":"sj"}]}],
        "freshsort":0,"hasdatacount":2,"wdnodes":[{"nodes":[{"cname":"样例","code":"A0301","dotcount":2,"unit":"万户"}],"wdcode":"zb","wdname":"指标"}]}}
        """;

    private const string Csv1 = "DATAFLOW,FREQ,REF_AREA,TIME_PERIOD,OBS_VALUE,OBS_STATUS\nX:F(1.0),Q,HZ,2024-Q1,0.88,A\nX:F(1.0),Q,NB,2024-Q1,0.5,A\nX:F(1.0),Q,HZ,2024-Q2,NaN,M\n";
    private const string Csv2 = "STRUCTURE,STRUCTURE_ID,ACTION,FREQ: Frequency,REF_AREA: Area,TIME_PERIOD: Time,OBS_VALUE,UNIT_MULT\ndataflow,X:F(1.0),R,Q: Quarterly,HZ: Hangzhou,2024-Q1,12,4\n";

    private const string Json1 =
        """
        {"meta":{"id":"t"},"data":{"dataSets":[{"action":"Replace","series":{"0:1":{"attributes":[0],"observations":{"0":[0.88,0],"1":[0.91,1]}},"0:0":{"observations":{"0":[5,0]}}}}],
        "structure":{"dimensions":{"dataSet":[],"series":[{"id":"FREQ","values":[{"id":"Q"}]},{"id":"REF_AREA","values":[{"id":"NB"},{"id":"HZ"}]}],"observation":[{"id":"TIME_PERIOD","values":[{"id":"2024-Q1"},{"id":"2024-Q2"}]}]},
        "attributes":{"dataSet":[],"series":[{"id":"TITLE","values":[{"name":"t"}]}],"observation":[{"id":"OBS_STATUS","values":[{"id":"A"},{"id":"P"}]}]}}}}
        """;

    private const string Json2 =
        """
        {"data":{"dataSets":[{"structure":0,"observations":{"0:0":[0.88,"A"],"0:1":[0.91,"P"]}}],
        "structures":[{"dimensions":{"dataSet":[{"id":"FREQ","values":[{"id":"Q"}]}],"series":[],"observation":[{"id":"REF_AREA","values":[{"id":"HZ"}]},{"id":"TIME_PERIOD","values":[{"value":"2024-Q1"},{"value":"2024-Q2"}]}]},
        "measures":{"observation":[{"id":"OBS_VALUE"}]},"attributes":{"observation":[{"id":"OBS_STATUS"}]}}]}}
        """;

    public static TheoryData<SourceKind, string> Truncatable => new()
    {
        { SourceKind.Json, Records }, { SourceKind.Nbs, Nbs }, { SourceKind.SdmxCsv, Csv1 }, { SourceKind.SdmxJson, Json1 }, { SourceKind.SdmxJson, Json2 },
    };

    [Fact]
    public void Json_RecordsOfSeveralSeries_AreToldApartByLabel()
    {
        var content = Read(SourceKind.Json, Records, Of("I-NPL", "npl"), s => s with { Json = new JsonShape("/data/items", "/month", "/amount", "/name", "/flag") });

        Assert.Empty(content.Faults);
        Assert.Equal([("2024-Q1", "0.88", "A"), ("2024-Q2", "0.91", "P")], Rows(content));
    }

    [Fact]
    public void Json_RecordOfAllSeries_IsReadByAPointerEach()
    {
        var content = Read(SourceKind.Json, """[{"p":"2024Q1","a/b":1,"c":2}]""",
            s => s with { Json = new JsonShape("", "/p", null, null, null) }, Of("I-NPL", null) with { Value = "/a~1b" }, Of("I-QUERY", null) with { Value = "/c" });

        Assert.Equal([("I-NPL", "1"), ("I-QUERY", "2")], content.Observations.Select(o => (o.Series.Indicator, o.ValueText)));
    }

    [Theory]
    [InlineData("""{"data":{}}""", 1, "/data/items", "The message has no such place, or it has another form.")]
    [InlineData("""{"data":{"items":[{"month":"soon","name":"npl","amount":1}]}}""", 1, "/month", "A period is written")]
    [InlineData("""{"data":{"items":[{"month":"2024-Q1","name":"npl","amount":"many"}]}}""", 1, "/amount", "Not a number.")]
    [InlineData("""{"data":{"items":[{"month":"2024-Q1","name":"npl","amount":1,"flag":"ok"}]}}""", 1, "/flag", "Not an observation status")]
    [InlineData("""{"data":{"items":[{"month":"2024-Q1","name":"renamed","amount":1}]}}""", 1, "", "No series that the source lists is in the message")]
    [InlineData("""{"data":{"items":[{"month":"2024-Q1","name":"npl","amount":1},{"month":"2024-Q1","name":"npl","amount":2}]}}""", 1, "/amount", "Stated again with another value")]
    [InlineData("<html>", 1, "", "HTML or XML instead of JSON.")]
    [InlineData("{\"data\":\n[", 2, "", "Not valid JSON, or not complete.")]
    public void Json_BadMessage_IsRefusedWithPlaceAndReason(string text, int row, string column, string reason)
    {
        var content = Read(SourceKind.Json, text, Of("I-NPL", "npl"), s => s with { Json = new JsonShape("/data/items", "/month", "/amount", "/name", "/flag") });

        Assert.Empty(content.Observations);
        Assert.Equal((row, column), (content.Faults[0].Row, content.Faults[0].Column));
        Assert.StartsWith(reason, content.Faults[0].English, StringComparison.Ordinal);
    }

    [Fact]
    public void Nbs_DataNodes_AreReadInTheUnitOfTheirIndicator()
    {
        var content = Read(SourceKind.Nbs, Nbs, s => s, Of("ENT", "A0301"));

        Assert.Empty(content.Faults);
        var one = Assert.Single(content.Observations);
        Assert.Equal(("2024-Q1", "882500", "10000"), (one.Period.ToString(), one.ValueText, one.Conversion!.Factor));
    }

    [Fact]
    public void Nbs_QueryThatFailed_IsRefused() =>
        Assert.Equal("The query did not succeed.", Assert.Single(Read(SourceKind.Nbs, """{"returncode":501,"returndata":"x"}""", s => s, Of("ENT", "A0301")).Faults).English);

    [Fact]
    public void SdmxCsv_VersionOne_IsSelectedByKeyAndKeepsMissingValues()
    {
        var content = Read(SourceKind.SdmxCsv, Csv1, s => s, Keyed("I-NPL"));

        Assert.Equal([("2024-Q1", "0.88", "A"), ("2024-Q2", null, "M")], Rows(content));
    }

    [Fact]
    public void SdmxCsv_VersionTwo_ReadsLabelsAndMultiplier()
    {
        var content = Read(SourceKind.SdmxCsv, Csv2, s => s with { Unit = "户" }, Keyed("ENT"));

        Assert.Empty(content.Faults);
        Assert.Equal("120000", Assert.Single(content.Observations).ValueText);
    }

    [Theory]
    [InlineData("R,Q", "D,Q", 2, "ACTION")]
    [InlineData("12,4", "12,5", 2, "UNIT_MULT")]
    [InlineData("STRUCTURE,STRUCTURE_ID", "A,B", 1, "A")]
    [InlineData("OBS_VALUE", "VALUE", 1, "OBS_VALUE")]
    [InlineData(",12,4", ",12", 2, "")]
    public void SdmxCsv_BadMessage_IsRefusedWithPlace(string old, string bad, int row, string column)
    {
        var content = Read(SourceKind.SdmxCsv, Csv2.Replace(old, bad, StringComparison.Ordinal), s => s with { Unit = "户" }, Keyed("ENT"));

        Assert.Empty(content.Observations);
        Assert.Equal((row, column), (content.Faults[0].Row, content.Faults[0].Column));
    }

    [Theory]
    [InlineData(Json1)]
    [InlineData(Json2)]
    public void SdmxJson_BySeriesOrFlat_GivesValuesWithTheirStatus(string text)
    {
        var content = Read(SourceKind.SdmxJson, text, s => s, Keyed("I-NPL"));

        Assert.Empty(content.Faults);
        Assert.Equal([("2024-Q1", "0.88", "A"), ("2024-Q2", "0.91", "P")], Rows(content));
    }

    // Whatever is cut off or overwritten, the answer is a list of values and faults.
    [Theory]
    [MemberData(nameof(Truncatable))]
    public void Message_CutOrSpoiltAnywhere_GivesFaultsNeverAnException(SourceKind kind, string text)
    {
        var random = new Random(20261124);
        var bytes = Encoding.UTF8.GetBytes(text);
        for (var cut = 0; cut < bytes.Length; cut += 3)
            Assert.NotNull(Read(kind, bytes[..cut]));
        for (var i = 0; i < 2000; i++)
        {
            var spoilt = (byte[])bytes.Clone();
            for (var n = 0; n < 3; n++)
                spoilt[random.Next(spoilt.Length)] = (byte)"{}[]:,\"0a-\n\u00ff"[random.Next(12)];
            Assert.NotNull(Read(kind, spoilt));
        }
    }

    private static FileContent Read(SourceKind kind, byte[] bytes) => Read(kind, bytes,
        s => kind == SourceKind.Json ? s with { Json = new JsonShape("/data/items", "/month", "/amount", "/name", "/flag") } : s,
        kind is SourceKind.Json or SourceKind.Nbs ? Of("ENT", kind is SourceKind.Nbs ? "A0301" : "npl") : Keyed("ENT"));

    private static FileContent Read(SourceKind kind, string text, SourceSeries series, Func<Source, Source> change) => Read(kind, text, change, series);

    private static FileContent Read(SourceKind kind, string text, Func<Source, Source> change, params SourceSeries[] series) =>
        Read(kind, Encoding.UTF8.GetBytes(text), change, series);

    private static FileContent Read(SourceKind kind, byte[] bytes, Func<Source, Source> change, params SourceSeries[] series)
    {
        var source = change(SampleDefinitions.Sources.Find("service")! with { Kind = kind, Series = [.. series] });
        var context = new FileContext(
            new string('a', 64), Origin.Official, SampleDefinitions.Area, new Vintage(new DateTimeOffset(2024, 12, 1, 0, 0, 0, TimeSpan.Zero)), null, OfficeClock.Zone)
        {
            Source = source, Series = new KnownSeries(SampleDefinitions.All()),
        };
        return DocumentReader.Read(bytes, context);
    }

    private static SourceSeries Of(string indicator, string? label) => new(indicator, Measures.Value, label, null, null, null, null, []);

    private static SourceSeries Keyed(string indicator) => Of(indicator, null) with { Key = [KeyValuePair.Create("FREQ", "Q"), KeyValuePair.Create("REF_AREA", "HZ")] };

    private static IEnumerable<(string, string?, string)> Rows(FileContent content) =>
        content.Observations.Select(o => (o.Period.ToString(), o.ValueText, o.Status.ToString()));
}
