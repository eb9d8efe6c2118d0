using TestSupport;
using Xunit;

namespace Dashboard.Tests.CommandLine;

public sealed class BadInputTests : IDisposable
{
    private const string Header = "indicator,area,period,value\n";
    private readonly CommandRun _command = new();

    public void Dispose() => _command.Dispose();

    [Theory]
    [InlineData(Header + "A1,1,2022Q4,12%\n", "observations.csv:2: value: \"12%\"")]
    [InlineData(Header + "A1,1,2022Q4,15\nA1,1,2023Q7,15\n", "observations.csv:3: period: \"2023Q7\"")]
    [InlineData(Header + "A1,1,2022-10,15\n", "observations.csv:2: period: \"2022-10\"")]
    [InlineData(Header + "A2,1,2022Q4,-400\n", "observations.csv:2: value: \"-400\"")]
    [InlineData(Header + "A1,1,2022Q4,15\nA1,1,2022-Q4,16\n", "observations.csv:3: value: \"16\"")]
    [InlineData("indicator,area,value\nA1,1,15\n", "observations.csv:1: period:")]
    [InlineData("", "observations.csv:1:")]
    [InlineData("<html></html>", "HTML")]
    [InlineData(Header + "ZZ,1,2022Q4,15\n", "Nothing that index DEMO can use")]
    [InlineData("deal,pricing_date,product,tenor_years,rating,industry,entity,amount_100m,coupon_pct,upfront_fee_pct,annual_fee_pct\nD,2023-01-06,INF,5,AAA,w,E,1,4,0,0\n", "not of the kind")]
    public async Task Compute_BadObservations_EndsWithCode2_AndWritesNothing(string text, string message)
    {
        var observations = _command.Put("observations.csv", text);

        var code = await _command.Run(
            "compute", "--methodology", KnownValue.Path("composite-1.0.0.yaml"), "--observations", observations, "--out", _command.Out);

        Assert.Equal(2, code);
        Assert.Contains(message, _command.Error, StringComparison.Ordinal);
        Assert.Matches("[\u4e00-\u9fff]", _command.Error);
        Assert.False(Directory.Exists(_command.Out));
    }

    [Fact]
    public async Task Compute_SeveralBadRows_NamesThemAll()
    {
        var observations = _command.Put("observations.csv", Header + "A1,1,2022Q4,x\nA1,1,2023Q1,1\nA1,1,2023Q2,y\n");

        await _command.Run("compute", "--methodology", KnownValue.Path("composite-1.0.0.yaml"), "--observations", observations, "--out", _command.Out);

        Assert.Contains(":2: value: \"x\"", _command.Error, StringComparison.Ordinal);
        Assert.Contains(":4: value: \"y\"", _command.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compute_WeightsThatDoNotSumToOne_NamesFileLineAndSum()
    {
        var text = KnownValue.Text("composite-1.0.0.yaml");
        var methodology = _command.Put("changed.yaml", text.Replace("weight: 0.6", "weight: 0.7", StringComparison.Ordinal));

        var code = await _command.Run("compute", "--methodology", methodology, "--observations", _command.Put("o.csv", Header + "A1,1,2022Q4,1\n"), "--out", _command.Out);

        Assert.Equal(2, code);
        Assert.Matches(@"changed\.yaml:\d+: .*1\.1", _command.Error);
        Assert.False(Directory.Exists(_command.Out));
    }

    [Theory]
    [InlineData("--observations", "none.csv", "Cannot read the file")]
    [InlineData("--last", "2023-05", "--last is not of frequency Q")]
    [InlineData("--last", "soon", "--last soon")]
    [InlineData("--as-of", "soon", "--as-of soon")]
    [InlineData("--nonsense", "1", "--nonsense")]
    public async Task Compute_BadOptions_EndWithCode2(string option, string value, string message)
    {
        var observations = _command.Put("o.csv", Header + "A1,1,2022Q4,15\n");
        string[] given = ["compute", "--methodology", KnownValue.Path("composite-1.0.0.yaml"), "--out", _command.Out, option, value];

        Assert.Equal(2, await _command.Run(option == "--observations" ? given : [.. given, "--observations", observations]));
        Assert.Contains(message, _command.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("composite-2.0.0.yaml", "must follow one another")]
    [InlineData("prices.yaml", "--deals")]
    [InlineData("hdi.yaml composite-1.0.0.yaml", "different indices")]
    [InlineData("composite-1.0.0.yaml composite-1.0.0.yaml", "must follow one another")]
    public async Task Compute_MethodologiesThatDoNotFit_EndWithCode2(string files, string message)
    {
        var observations = _command.Put("o.csv", Header + "A1,1,2022Q4,15\n");

        Assert.Equal(2, await _command.Run([
            "compute", .. files.Split(' ').SelectMany(f => new[] { "--methodology", KnownValue.Path(f) }), "--observations", observations, "--out", _command.Out]));
        Assert.Contains(message, _command.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compute_WithoutWhatItNeeds_EndsWithCode2() => Assert.Equal(2, await _command.Run("compute"));

    [Fact]
    public async Task Compute_AnUnknownColumn_IsNamedAndDoesNotStop()
    {
        var observations = _command.Put("o.csv", "indicator,area,period,value,unit\nA1,1,2022Q4,15,%\nA2,1,2022Q4,400,亿元\nB1,1,2022Q4,0.9,%\nB2,1,2022Q4,62,%\n");

        Assert.Equal(0, await _command.Run("compute", "--methodology", KnownValue.Path("composite-1.0.0.yaml"), "--observations", observations, "--out", _command.Out));
        Assert.Contains("unit", _command.Error, StringComparison.Ordinal);
        Assert.NotEmpty(_command.Rows("index.csv"));
    }
}
