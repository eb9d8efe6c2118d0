using Indices.Observations;
using Indices.Sources;
using Indices.Tests.Methodology;
using TestSupport;
using Xunit;

namespace Indices.Tests.Sources;

public sealed class SourceFileTests
{
    private const string Good =
        """
        schema: sources/1
        sources:
        - code: bureau
          name_zh: 样例统计局月报
          name_en: Monthly report of the sample bureau
          kind: xlsx
          agency: AG-ONE
          inbox: '月报*.xlsx'
          area: '990100'
          unit: 万元
          all_or_nothing: true
          due_lag_days: 60
          contact: 统计科 0571-00000000
          series:
          - {label: 不良贷款率, indicator: I-NPL, unit: '%'}
          - {label: 查询次数累计, indicator: I-QUERY, measure: ytd}
        - code: service
          name_zh: 样例接口
          kind: json
          address: https://data.example/loans
          cron: 0 30 9 * * ?
          credentials: service-token
          enabled: false
          json: {records: /data/items, period: /month, value: /amount, label: /name}
          series:
          - {label: npl, indicator: I-NPL}
        """;

    [Fact]
    public void Parse_GoodFile_GivesEveryField()
    {
        var bureau = Parse(Good).Find("bureau")!;

        Assert.Equal((SourceKind.Xlsx, "AG-ONE", "月报*.xlsx", "990100", "万元"), (bureau.Kind, bureau.Agency, bureau.Inbox, bureau.Area, bureau.Unit));
        Assert.True(bureau is { AllOrNothing: true, DueLagDays: 60, IsEnabled: true, IsFetched: false, Contact: "统计科 0571-00000000" });
        Assert.Equal(("查询次数累计", "I-QUERY", Measures.YearToDate), (bureau.Series[1].Label, bureau.Series[1].Indicator, bureau.Series[1].Measure));
        Assert.Equal("%", bureau.Series[0].Unit);
    }

    [Fact]
    public void Parse_FetchedSource_GivesAddressScheduleAndShape()
    {
        var service = Parse(Good).Find("service")!;

        Assert.Equal(("https://data.example/loans", "0 30 9 * * ?", "service-token", false), (service.Address!.AbsoluteUri, service.Cron, service.Credentials, service.IsEnabled));
        Assert.Equal(new JsonShape("/data/items", "/month", "/amount", "/name", null), service.Json);
    }

    [Theory]
    [InlineData(45, 60)]
    [InlineData(75, 75)]
    public void DueLag_OfASourceAndAnIndicator_IsTheLonger(int own, int expected) =>
        Assert.Equal(expected, Parse(Good).Find("bureau")!.DueLag(own));

    [Theory]
    [InlineData("agency: AG-ONE", "agency: AG-TWO", 7, "“agency”：没有机构“AG-TWO”。 'agency': Agency 'AG-TWO' is not known.")]
    [InlineData("kind: xlsx", "kind: pdf", 6, "“kind”的“pdf”不是下列之一：csv, tsv, xlsx, xls, json, nbs, sdmx-csv, sdmx-json, manual。 'kind': 'pdf' is not one of csv, tsv, xlsx, xls, json, nbs, sdmx-csv, sdmx-json, manual.")]
    [InlineData("'月报*.xlsx'", "'../*.xlsx'", 8, "“inbox”的“../*.xlsx”不是文件名模式（不含目录，不能只有通配符）。 'inbox': '../*.xlsx' is not a pattern of file names (no folders, not wildcards alone).")]
    [InlineData("  inbox: '月报*.xlsx'\n", "", 6, "须有“inbox”（文件名模式）或“address”。 'inbox' (a pattern of file names) or 'address' is required.")]
    [InlineData("due_lag_days: 60", "due_lag_days: soon", 12, "“due_lag_days”的“soon”不是0 到 1000 的整数。 'due_lag_days': 'soon' is not a whole number from 0 to 1000.")]
    [InlineData("indicator: I-QUERY", "indicator: I-OTHER", 16, "“indicator”：没有指标、分母或目标序列“I-OTHER”。 'indicator': Indicator, denominator or target series 'I-OTHER' is not known.")]
    [InlineData("measure: ytd", "measure: total", 16, "“measure”的“total”不是value、ytd、yoy、numerator、denominator之一。 'measure': 'total' is not one of value, ytd, yoy, numerator, denominator.")]
    [InlineData("measure: ytd", "sheet: 1", 16, "未知的键“sheet”。 Unknown key 'sheet'.")]
    [InlineData("code: service", "code: bureau", 17, "代码“bureau”重复，第 3 行已有。 Code 'bureau' is used twice; line 3 has it already.")]
    [InlineData("https://data.example", "ftp://data.example", 20, "“address”的“ftp://data.example/loans”不是 https 或 http 地址，或含有用户名和口令。 'address': 'ftp://data.example/loans' is not an https or http address, or it carries a user name.")]
    [InlineData("https://data.example", "https://me:secret@data.example", 20, "“address”的“https://me:secret@data.example/loans”不是 https 或 http 地址，或含有用户名和口令。 'address': 'https://me:secret@data.example/loans' is not an https or http address, or it carries a user name.")]
    [InlineData("  address: https://data.example/loans\n", "", 17, "缺少必填的键“address”。 Required key 'address' is missing.")]
    [InlineData("0 30 9 * * ?", "daily", 21, "“cron”的“daily”不是 6 或 7 段的计划表达式（0 30 9 * * ?）。 'cron': 'daily' is not a schedule of 6 or 7 fields such as 0 30 9 * * ?.")]
    [InlineData("credentials: service-token", "credentials: Bearer abc", 22, "“credentials”只写配置项的名称，不写口令本身。 'credentials' is the name of a setting, never the secret itself.")]
    [InlineData("/data/items", "data.items", 24, "“records”的“data.items”不是 JSON 指针（/data/0/value）。 'records': 'data.items' is not a JSON pointer such as /data/0/value.")]
    [InlineData("{label: npl, ", "{", 24, "“json”有“label”时，每个序列都须有“label”。 With 'label' in 'json' every series needs a 'label'.")]
    [InlineData("kind: json", "kind: nbs", 24, "“json”只用于 kind: json，而且那里必填。 'json' is for kind: json, and required there.")]
    public void Parse_BadFile_IsRefusedWithFileLineAndReason(string old, string bad, int line, string reason)
    {
        var refusal = Assert.Throws<Indices.Methodology.MethodologyFileException>(() => Parse(Refusal.Spoil(Good, old, bad)));

        Assert.Contains($"sources.yaml:{line}: {reason}", refusal.Message.Split(Environment.NewLine));
    }

    [Fact]
    public void Parse_OneSeriesTwice_IsRefused() => Refusal.Is(
        () => Parse(Refusal.Spoil(Good, "{label: 查询次数累计, indicator: I-QUERY, measure: ytd}", "{label: 其他, indicator: I-NPL}")),
        "sources.yaml:14: “I-NPL”（value）列出了两次。 'I-NPL' (value) is listed twice.");

    [Fact]
    public void Seed_EverySourceThatIsFetched_IsSwitchedOffAndLeadsNowhere()
    {
        var sources = SeedDefinitions.All.Sources.All;

        Assert.True(sources.Length >= 25);
        Assert.All(sources.Where(s => s.IsFetched), s => Assert.True(!s.IsEnabled && s.Address!.Host.EndsWith(".example", StringComparison.Ordinal)));
    }

    [Fact]
    public void Seed_Sources_DeliverEveryIndicatorOfTheNewestComposites()
    {
        var delivered = SeedDefinitions.All.Sources.All.Where(s => s.IsEnabled).SelectMany(s => s.Series).Select(s => s.Indicator).ToHashSet();
        var needed = SeedDefinitions.All.IndexCodes.Select(c => SeedDefinitions.All.Versions(c)[^1]).Where(v => !v.IsPrice).SelectMany(v => v.Root.Indicators);

        Assert.Empty(needed.Select(i => i.Code).Except(delivered));
    }

    private static SourceSet Parse(string text) => SourceFile.Parse("sources.yaml", text, SampleDefinitions.All());
}
