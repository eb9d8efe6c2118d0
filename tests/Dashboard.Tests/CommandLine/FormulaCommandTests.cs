using System.Globalization;
using TestSupport;
using Xunit;

namespace Dashboard.Tests.CommandLine;

public sealed class FormulaCommandTests : IDisposable
{
    private const string Bilateral =
        "dutot,carli,jevons,harmonic,cswd,laspeyres,paasche,fisher,tornqvist,satovartia,walsh,ces,geomLaspeyres,geomPaasche,tpd,gk,palgrave,drobish,stuvel,marshalledgeworth,lowe,young";

    private readonly CommandRun _command = new();

    public void Dispose() => _command.Dispose();

    [Fact]
    public async Task Compute_BilateralFormulasOfAPriceFile_AgreeWithThePeer()
    {
        Assert.Equal(0, await Compute("--formula", Bilateral, "--chained"));
        Agrees("price_ces_bilateral_chained.csv", "chained");

        Assert.Equal(0, await Compute("--formula", Bilateral));
        Agrees("price_ces_bilateral_fixedbase.csv", "direct");
        Assert.Equal("", _command.Error);
    }

    [Fact]
    public async Task Compute_MultilateralFormulasOfAPriceFile_AgreeWithThePeer()
    {
        Assert.Equal(0, await Compute("--formula", "geks_fisher,geks_tornqvist", "--formula", "geks_walsh,geks_jevons,wtpd", "--window", "12"));

        Agrees("price_ces_multilateral_full.csv", "multilateral", "geks_fisher", "geks_tornqvist", "geks_walsh", "geks_jevons", "wtpd");
        Assert.Empty(_command.Rows("contributions.csv"));
    }

    [Theory]
    [InlineData("direct", 36)]
    [InlineData("chained", 24)]
    public async Task Compute_ArtificialDataOfTheManual_GivesThePrintedDigits(string type, int figures)
    {
        var printed = KnownTable.Read("cpi_manual_indices.csv").Where(r => (string)r["type"] == type).ToList();
        var formulas = string.Join(',', printed.Select(r => (string)r["formula"]).Distinct());

        Assert.Equal(0, await _command.Run([
            "compute", "--prices", KnownValue.Path("cpi_manual_prices.csv"), "--formula", formulas, "--out", _command.Out, .. type == "chained" ? ["--chained"] : Array.Empty<string>()]));

        Assert.Equal(figures, printed.Count);
        Assert.All(printed, r => Assert.Equal(
            KnownTable.Number((string)r["printed"]), Value((string)r["formula"], (string)r["period"]) / 100, KnownTable.Number((string)r["tolerance"]) + 1e-9));
    }

    [Fact]
    public async Task Compute_MoreThanAWindow_SplicesAsAsked()
    {
        Assert.Equal(0, await Compute("--formula", "wtpd", "--window", "11", "--splice", "movement"));
        Assert.Equal(116.9222231299, Value("wtpd", "2020-12"), 1e-10);

        Assert.Equal(0, await Compute("--formula", "wtpd", "--window", "11"));
        Assert.Equal(117.283932343105, Value("wtpd", "2020-12"), 1e-10);
    }

    [Fact]
    public async Task Compute_FewerPeriodsThanAWindow_SaysThatValuesWillMove()
    {
        Assert.Equal(0, await Compute("--formula", "ccdi"));

        Assert.Contains("12 periods are less than a window of 13", _command.Error, StringComparison.Ordinal);
        Assert.Equal(12, _command.Rows("index.csv").Count(r => r["formula"] == "geks_tornqvist"));
    }

    [Theory]
    [InlineData("--chained")]
    [InlineData("--reference 2020-03")]
    public async Task Compute_Contributions_AddUpToTheChange(string way)
    {
        Assert.Equal(0, await Compute(["--formula", Bilateral, .. way.Split(' ')]));

        var index = _command.Rows("index.csv").ToDictionary(r => (r["formula"], r["period"]), r => KnownTable.Number(r["value"]));
        var spans = _command.Rows("contributions.csv").GroupBy(r => (Formula: r["formula"], From: r["from"], To: r["to"])).ToList();
        Assert.Equal((22 - 3) * 11, spans.Count);
        Assert.All(spans, span => Assert.Equal(
            index[(span.Key.Formula, span.Key.To)] - index[(span.Key.Formula, span.Key.From)], span.Sum(r => KnownTable.Number(r["points"])), 1e-10));
        Assert.All(index.Where(i => i.Key.Item2 == "2020-03" && way != "--chained"), i => Assert.Equal(100, i.Value));
    }

    [Fact]
    public async Task Compute_TheWorkedExample_GivesItsContributions()
    {
        var cells = KnownTable.Read("ifpi_cells.csv");
        var file = _command.Put("cells.csv", "单元,时期,价格,数量\n" + string.Concat(cells.Select(c => $"{c["cell"]},{c["month"]},{c["price_used_pct"]},{c["amount_100m"]}\n")));

        Assert.Equal(0, await _command.Run("compute", "--prices", file, "--formula", "fisher,tornqvist,laspeyres,paasche", "--chained", "--out", _command.Out));

        foreach (var formula in new[] { "laspeyres", "paasche", "fisher", "tornqvist" })
        {
            var known = KnownTable.Read("ifpi_index.csv").Single(r => (string)r["formula"] == formula && (string)r["type"] == "chained");
            foreach (var month in new[] { "2023-01", "2023-02", "2023-03" })
                KnownTable.Equal(KnownTable.Number((string)known[month]), Value(formula, month));
        }
        // The example gives percent of the earlier month, we points of an index of 100.
        foreach (var move in KnownTable.Read("ifpi_contributions.csv").Where(r => ((string)r["measure"]).EndsWith("_pct", StringComparison.Ordinal) && (string)r["cell"] != "TOTAL"))
        {
            var formula = ((string)move["measure"]).Split('_')[0];
            var row = Assert.Single(_command.Rows("contributions.csv"),
                r => (r["formula"], r["from"], r["to"], r["cell"]) == (formula, (string)move["from"], (string)move["to"], (string)move["cell"]));
            KnownTable.Equal(KnownTable.Number((string)move["value"]), KnownTable.Number(row["points"]) / Value(formula, row["from"]) * 100);
        }
    }

    [Fact]
    public async Task Compute_LoweWithABasketOfPeriods_AndSeveralOutlets()
    {
        var file = _command.Put("p.csv", "cell,period,price,quantity\nA,2024Q1,2,1\nB,2024Q1,4,1\nB,2024Q1,4,2\nA,2024Q2,3,5\nB,2024Q2,4,1\nA,2024Q3,1,9\nB,2024Q3,8,9\n");

        Assert.Equal(0, await _command.Run("compute", "--prices", file, "--formula", "lowe", "--basket", "2024-Q1,2024Q2", "--out", _command.Out));

        Assert.Equal(100 * (6 * 1 + 4 * 8) / (6 * 2 + 4 * 4.0), Value("lowe", "2024Q3"), 1e-12);
    }

    [Fact]
    public async Task Compute_PricesWithoutQuantities_GiveTheUnweightedFormulas()
    {
        var file = _command.Put("p.csv", "cell,period,price\nA,2023,2\nB,2023,4\nA,2024,4\nB,2024,4\n");

        Assert.Equal(0, await _command.Run("compute", "--prices", file, "--formula", "jevons,geks_jevons", "--window", "2", "--out", _command.Out));
        Assert.Equal(100 * Math.Sqrt(2), Value("jevons", "2024"), 1e-12);

        Assert.Equal(2, await _command.Run("compute", "--prices", file, "--formula", "fisher", "--out", _command.Out));
        Assert.Contains("p.csv:2: quantity: 缺少数量，公式fisher需要。", _command.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cell,period,price,quantity\nA,2024-01,0,1\n", "p.csv:2: price: \"0\" 价格须大于0。")]
    [InlineData("cell,period,price,quantity\nA,2024-01,1,-1\n", "p.csv:2: quantity: \"-1\"")]
    [InlineData("cell,period,price,quantity\nA,2024-01,1,1\nA,2024-Q2,1,1\n", "p.csv:3: period: \"2024-Q2\"")]
    [InlineData("cell,period,price,quantity\nA,2024-01~02,1,1\n", "p.csv:2: period:")]
    [InlineData("cell,period,price,quantity\nA,2024-1,1,1\n", "p.csv:2: period: \"2024-1\"")]
    [InlineData("cell,period,price,quantity\nA,2024-01,1,\nA,2024-01,2,\n", "p.csv:3: quantity:")]
    [InlineData("cell,period,price,quantity\nA,2024-01,1,0\nA,2024-01,2,0\n", "p.csv:3: quantity:")]
    [InlineData("cell,period,price,quantity\n,2024-01,1,1\n", "p.csv:2: cell:")]
    [InlineData("cell,period,price,quantity\nA,2024-01,x,1\n", "p.csv:2: price: \"x\"")]
    [InlineData("cell,price\nA,1\n", "p.csv:1: period:")]
    [InlineData("cell,period,price,quantity\n", "no data")]
    [InlineData("", "empty")]
    public async Task Compute_BadPrices_EndWithCode2AndWriteNothing(string text, string message)
    {
        Assert.Equal(2, await _command.Run("compute", "--prices", _command.Put("p.csv", text), "--formula", "jevons", "--out", _command.Out));

        Assert.Contains(message, _command.Error, StringComparison.Ordinal);
        Assert.Matches("[\u4e00-\u9fff].*[A-Za-z]", _command.Error);
        Assert.False(Directory.Exists(_command.Out));
    }

    [Theory]
    [InlineData("--formula", "geometric", "--formula geometric")]
    [InlineData("--formula", "", "--formula")]
    [InlineData("--formula", "fisher", "--window", "13", "--window")]
    [InlineData("--formula", "fisher", "--splice", "mean", "--splice")]
    [InlineData("--formula", "ccdi", "--chained", "--chained")]
    [InlineData("--formula", "fisher", "--basket", "2020-01", "--basket")]
    [InlineData("--formula", "fisher", "--sigma", "2", "--sigma")]
    [InlineData("--formula", "ccdi", "--window", "1", "--window 1")]
    [InlineData("--formula", "ccdi", "--splice", "twice", "--splice twice")]
    [InlineData("--formula", "fisher", "--reference", "2021-05", "no 2021-05")]
    [InlineData("--formula", "fisher", "--reference", "then", "--reference then")]
    [InlineData("--formula", "fisher", "--deals", "d.csv", "--deals")]
    [InlineData("--formula", "fisher", "--methodology", "m.yaml", "--methodology")]
    public async Task Compute_FormulaOptionsThatDoNotFit_EndWithCode2(params string[] given)
    {
        Assert.Equal(2, await Compute(given[..^1]));

        Assert.Contains(given[^1], _command.Error, StringComparison.Ordinal);
        Assert.Matches("[\u4e00-\u9fff]", _command.Error);
        Assert.False(Directory.Exists(_command.Out));
    }

    [Fact]
    public async Task Compute_AFormulaWithoutPrices_EndsWithCode2()
    {
        Assert.Equal(2, await _command.Run("compute", "--formula", "fisher", "--out", _command.Out));
        Assert.Contains("--prices", _command.Error, StringComparison.Ordinal);

        Assert.Equal(2, await _command.Run("compute", "--out", _command.Out));
        Assert.Contains("--methodology", _command.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compute_AProductThatComesLate_LeavesBlanksWhereThereIsNoIndex()
    {
        var file = _command.Put("p.csv", "cell,period,price,quantity,shop\nA,2024-01,2,1,x\nB,2024-02,4,1,x\nA,2024-03,3,1,x\n");

        Assert.Equal(0, await _command.Run("compute", "--prices", file, "--formula", "fisher", "--out", _command.Out));
        Assert.Equal(["100", "", "150"], _command.Rows("index.csv").Select(r => r["value"]));
        Assert.Contains("shop", _command.Error, StringComparison.Ordinal);

        Assert.Equal(0, await _command.Run("compute", "--prices", file, "--formula", "fisher", "--carry", "--out", _command.Out));
        Assert.Equal(["100", "100", "150"], _command.Rows("index.csv").Select(r => r["value"]).Select(v => Math.Round(KnownTable.Number(v), 9).ToString(CultureInfo.InvariantCulture)));
    }

    private Task<int> Compute(params string[] options) => _command.Run(["compute", "--prices", PeersPanel(), "--out", _command.Out, .. options]);

    private double Value(string formula, string period) =>
        KnownTable.Number(Assert.Single(_command.Rows("index.csv"), r => (r["formula"], r["period"]) == (formula, period))["value"]);

    private void Agrees(string file, string type, params string[] columns)
    {
        var known = KnownTable.Read(file);
        var rows = _command.Rows("index.csv");
        foreach (var column in columns.Length > 0 ? columns : Bilateral.Split(','))
            for (var t = 0; t < known.Count; t++)
            {
                var row = Assert.Single(rows, r => r["formula"].Equals(column, StringComparison.OrdinalIgnoreCase) && r["period"] == $"2020-{t + 1:00}");
                Assert.Equal(type, row["type"]);
                Assert.Equal(100 * KnownTable.Number((string)known[t][column]), KnownTable.Number(row["value"]), 1e-9);
            }
    }

    private string PeersPanel() => _command.Put("panel.csv", "cell,period,price,quantity\n" + string.Concat(
        KnownTable.Read("price_CES_sigma_2.csv").Select(r => string.Create(CultureInfo.InvariantCulture,
            $"{r["prodID"]},2020-{int.Parse((string)r["time"], CultureInfo.InvariantCulture):00},{r["prices"]},{r["quantities"]}\n"))));
}
