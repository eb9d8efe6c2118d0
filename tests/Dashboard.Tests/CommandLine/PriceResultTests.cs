using TestSupport;
using Xunit;

namespace Dashboard.Tests.CommandLine;

/// <summary>What compute writes of a price index beside its values.</summary>
public sealed class PriceResultTests : IDisposable
{
    private readonly CommandRun _command = new();

    public void Dispose() => _command.Dispose();

    [Fact]
    public async Task Compute_ThePriceExample_WritesItsHedonicCheck()
    {
        Assert.Equal(0, await Compute(KnownValue.Path("prices.yaml")));

        var items = _command.Rows("hedonic.csv");
        Assert.All(items, i => Assert.Equal(("PRICES", "E"), (i["index"], i["status"])));
        foreach (var known in KnownTable.Read("ifpi_hedonic.csv"))
            KnownTable.Equal(
                KnownTable.Number((string)known["value"]),
                KnownTable.Number(Assert.Single(items, i => i["item"] == ((string)known["item"] == "AA+" ? "AAP" : (string)known["item"]))["value"]));
        Assert.False(File.Exists(Path.Combine(_command.Out, "flash.csv")));
        Assert.False(File.Exists(Path.Combine(_command.Out, "rolling.csv")));
    }

    [Fact]
    public async Task Compute_AQuarterlyIndexOfMonthlyDeals_WritesFlashesAndRollingSubIndices()
    {
        var text = KnownValue.Text("prices.yaml").Replace("freq: M\n", "freq: M\nheadline_freq: Q\n", StringComparison.Ordinal)
            .Replace("period: 2023-01\n", "period: 2023-Q1\n", StringComparison.Ordinal);
        var deals = KnownValue.Text("ifpi_deals.csv");
        string[] lines = [.. deals.Split('\n', StringSplitOptions.RemoveEmptyEntries)];
        var year = lines[0] + "\n" + string.Concat(new[] { "2023-01-2023-01", "2023-01-2023-05", "2023-02-2023-08", "2023-03-2023-11", "2023-01-2024-01" }.SelectMany((move, i) =>
            lines[1..].Where(l => l.Contains($",{move[..7]}", StringComparison.Ordinal)).Select(l => $"{i}{l.Replace(move[..7], move[8..], StringComparison.Ordinal)}\n")));

        Assert.Equal(0, await Compute(_command.Put("q.yaml", text), _command.Put("deals.csv", year), "--last", "2023-Q4"));

        var flash = _command.Rows("flash.csv");
        Assert.Equal(["2023-04", "2023-05", "2023-06", "2023-07", "2023-08", "2023-09", "2023-10", "2023-11", "2023-12", "2024-01", "2024-02", "2024-03"], flash.Select(f => f["period"]));
        // May, the only month with deals of its quarter, says what the quarter says.
        KnownTable.Equal(
            KnownTable.Number(_command.Rows("index.csv").Single(r => r["node"] == "PRICES" && r["period"] == "2023-Q2")["value"]),
            KnownTable.Number(flash.Single(f => f["period"] == "2023-05")["value"]));
        Assert.Equal("2023-Q4", flash[^1]["from"]);
        Assert.Contains(flash, f => f["confidentiality"] == "A" && f["status"] == "Q");
        Assert.All(_command.Rows("rolling.csv"), r => Assert.Equal(("2023-Q4", "4"), (r["period"], r["periods"])));
        Assert.Equal(["INF", "PERP", "ABS", "TENOR-T1", "TENOR-T2", "TENOR-T3"], _command.Rows("rolling.csv").Select(r => r["node"]));
    }

    private Task<int> Compute(string methodology, string? deals = null, params string[] more) =>
        _command.Run(["compute", "--methodology", methodology, "--deals", deals ?? KnownValue.Path("ifpi_deals.csv"), "--out", _command.Out, .. more]);
}
