using System.Globalization;
using Indices.Intake;
using Indices.Observations;
using Indices.Time;
using Ingest.Tests.Demo;
using Ingest.Validation;
using Xunit;

namespace Ingest.Tests.Validation;

/// <summary>The rules on the whole demonstration history, each value judged against what was known when it came (check F14).</summary>
public class DemoAlarmTests(ITestOutputHelper output)
{
    private const int Planted = 20;

    private static readonly IReadOnlyList<NewObservation> Rows =
        [.. SeedFiles.Observations("demo").Where(o => o is { ValueText: not null, Bound: Bound.None }).OrderBy(o => o.Vintage).ThenBy(o => o.Row)];

    [Fact]
    public void History_AsItCame_RaisesAtMostOneAlarmInAHundred()
    {
        var alarms = Rows.GroupBy(o => o.Series).SelectMany(g =>
        {
            var told = g.ToList();
            return told.Where((row, i) => Warnings(told[..i], row).Any());
        }).ToList();

        output.WriteLine($"{alarms.Count} alarms on {Rows.Count} values, {100.0 * alarms.Count / Rows.Count:0.00} %");
        Assert.True(alarms.Count <= Rows.Count / 100, string.Join('\n', alarms.Take(60).Select(a => $"{a.Series} {a.Period} {a.ValueText}")));
    }

    [Theory]
    [InlineData(10_000)]
    [InlineData(0.0001)]
    [InlineData(1_000)]
    [InlineData(0.001)]
    public void Slip_PlantedInTheNewestValues_IsFoundEveryTime(double factor)
    {
        var series = Rows.GroupBy(o => o.Series).Select(g => g.OrderBy(o => o.Vintage).ToList())
            .Where(g => g[^1].Period.Since(g[0].Period) > 0 && double.Parse(g[^1].ValueText!, CultureInfo.InvariantCulture) != 0)
            .OrderBy(g => g[0].Series.Indicator, StringComparer.Ordinal).ToList();
        // Spread over all series, by a stride that is the same every time.
        var chosen = Enumerable.Range(0, Planted).Select(i => series[i * series.Count / Planted]).ToList();

        var found = chosen.Count(g =>
        {
            var slip = double.Parse(g[^1].ValueText!, CultureInfo.InvariantCulture) * factor;
            return Warnings(g[..^1], g[^1] with { ValueText = slip.ToString("R", CultureInfo.InvariantCulture) }).Any();
        });

        Assert.Equal(Planted, found);
    }

    private static IEnumerable<string> Warnings(IReadOnlyList<NewObservation> known, NewObservation row)
    {
        if (known.Count == 0)
            return [];
        var stored = known.Select(o => new StoredValue(o.Period, o.Vintage, o.ValueText, o.Status, o.Bound))
            .OrderBy(v => v.Period.End).ThenBy(v => v.Period.Frequency).ThenBy(v => v.Vintage).ToList();
        var history = new StoredHistory(new Dictionary<SeriesId, IReadOnlyList<StoredValue>> { [row.Series] = stored });
        return new HistoryRules(history).Findings(row.Series, [row]).Where(f => f.Kind == FindingKind.Warning).Select(f => f.Code);
    }
}
