using System.Collections.Immutable;
using System.Globalization;
using BenchmarkDotNet.Attributes;
using Benchmarks.Comparison;
using Indices.Calculation.Panel;
using Indices.Methodology;
using Indices.Time;

namespace Benchmarks;

/// <summary>Minimum and maximum of each indicator, scores from 1 to 100, and both means through three levels.</summary>
public class PanelBenchmark : IPeerWork
{
    private const int Areas = 340;
    private const int Months = 240;

    private static readonly Normalisation OneToHundred = new(1.0, 99.0, null, null);

    private IndicatorPanel _panel = null!;
    private PanelPlan _plan = null!;

    [GlobalSetup]
    public void Load()
    {
        var levels = PeerData.ReadTree("panel-tree.bin");
        var values = PeerData.Read("panel.bin").AsMemory();
        var indicators = Enumerable.Range(0, levels[0].Parent.Length).Select(i => Code(0, i)).ToImmutableArray();
        _panel = new(
            indicators,
            [.. Enumerable.Range(0, Areas).Select(i => i.ToString(CultureInfo.InvariantCulture))],
            [.. Enumerable.Range(0, Months).Select(Period.Of(Frequency.Monthly, 2001, 1).Plus)],
            [.. indicators.Select((_, i) => (ReadOnlyMemory<double>)values.Slice(i * Areas * Months, Areas * Months))]);
        _plan = PanelPlan.Of((IndexGroup)Node(levels, levels.Count, 0), indicators, [Aggregation.Arithmetic, Aggregation.Geometric]);
    }

    [Benchmark]
    public PanelValues OneThread()
    {
        var values = new PanelValues(_plan, _panel, withGroups: false);
        Run(Scales()).Compute(0, _panel.CellCount, values);
        return values;
    }

    [Benchmark]
    public PanelValues ByTwo()
    {
        var values = new PanelValues(_plan, _panel, withGroups: false);
        var scales = new IndicatorScale[_panel.Indicators.Length];
        Parallel.For(0, scales.Length, i => scales[i] = Scale(i));
        var half = _panel.CellCount / 2;
        Parallel.For(0, 2, i => Run([.. scales]).Compute(i * half, half, values));
        return values;
    }

    public double Checksum()
    {
        Load();
        var values = OneThread();
        var (sum, other) = (0.0, ByTwo());
        for (var variant = 0; variant < _plan.Variants; variant++)
        {
            if (!values.Of(0, variant).SequenceEqual(other.Of(0, variant)))
                throw new InvalidOperationException("Two threads do not give the bits of one.");
            foreach (var value in values.Of(0, variant))
                sum += value;
        }
        return sum;
    }

    private PanelRun Run(ImmutableArray<IndicatorScale> scales) => new(_panel, _plan, scales, OneToHundred, MissingChildren.RescaleWeights);

    private ImmutableArray<IndicatorScale> Scales() => [.. Enumerable.Range(0, _panel.Indicators.Length).Select(Scale)];

    private IndicatorScale Scale(int indicator) => IndicatorScale.MinMax(_panel.Column(indicator), Direction.Positive);

    private static IndexNode Node(IReadOnlyList<(int[] Parent, double[] Weight)> levels, int level, int place)
    {
        var weight = level == levels.Count ? Weight.One
            : Weight.TryParse(levels[level].Weight[place].ToString("R", CultureInfo.InvariantCulture))!.Value;
        var code = Code(level, place);
        if (level == 0)
            return Leaf(code, weight);
        var children = levels[level - 1].Parent.Index().Where(child => child.Item == place).Select(child => Node(levels, level - 1, child.Index));
        return new IndexGroup(code, new(code, null), weight, Aggregation.Arithmetic, [.. children]);
    }

    private static Indicator Leaf(string code, Weight weight) => new(
        code, new(code, null), weight, "", "", Frequency.Monthly, true, Direction.Positive, "", [], [], GoalpostScale.Linear,
        new(0, null), new(1, null), "", false, 0, 0, Alignment.Native, false, null, null, null);

    private static string Code(int level, int place) => string.Create(CultureInfo.InvariantCulture, $"{level}-{place}");
}
