using System.Globalization;
using Indices.Observations;
using Indices.Time;

namespace Indices.Releases.Checks;

internal static class ValueRules
{
    /// <summary>Changes further from the median than so many spreads are beyond what history says.</summary>
    private const double Unusual = 5;

    /// <summary>With fewer changes before, history says nothing.</summary>
    private const int LeastHistory = 8;

    internal static ChecklistItem? Coverage(ChecklistFacts facts)
    {
        if (facts.Index is not { Text: not null } index)
            return new("coverage", true, new(
                $"{facts.Version.Period} 没有可发布的指数值。", $"There is no value of the index to publish for {facts.Version.Period}."));
        if (facts.Methodology is not { Coverage: { } rule, IsPrice: false })
            return null;
        var (has, least) = (Percent(index.Coverage), Percent(rule.IndexMinimum));
        return index.Coverage + rule.Epsilon < rule.IndexMinimum
            ? new("coverage", true, new($"覆盖率 {has} 低于方法要求的 {least}。", $"Coverage {has} is below the {least} that the methodology asks for."))
            : index.Coverage + rule.Epsilon < rule.LowReliabilityBelow
                ? new("coverage", false, new($"覆盖率 {has}，可靠性低。", $"Coverage is {has}: low reliability."))
                : null;
    }

    internal static ChecklistItem? LargeChange(ChecklistFacts facts)
    {
        var changes = Changes(facts).ToList();
        if (facts.Version.Reason is not null || changes.Count <= LeastHistory || changes[^1].Period != facts.Version.Period)
            return null;
        var (newest, before) = (changes[^1].Points, changes[..^1].Select(c => c.Points).ToList());
        var median = Median(before);
        // Where history hardly moves, less than a tenth of a point is no large change.
        var spread = Math.Max(0.02, 1.4826 * Median([.. before.Select(c => Math.Abs(c - median))]));
        if (Math.Abs(newest - median) <= Unusual * spread)
            return null;
        var (moved, usual) = (Points(newest), Points(median));
        return new("large-change", true, new(
            $"变动 {moved} 点，远离以往（中位数 {usual} 点），须有说明。", $"A change of {moved} points is far from what history says (median {usual}); a note has to explain it."));
    }

    internal static ChecklistItem? Questions(ChecklistFacts facts) => facts.Review.Queries is { Length: > 0 } queries
        ? new("questions", false, new($"有 {queries.Length} 个数值应向来源核实：{Codes(queries.Select(q => q.Indicator))}。",
            $"{queries.Length} values should be asked about: {Codes(queries.Select(q => q.Indicator))}."))
        : null;

    internal static ChecklistItem? LateInputs(ChecklistFacts facts)
    {
        var late = facts.Candidate.Scores.Where(s => s.Period == facts.Version.Period && s.Status is ObservationStatus.I or ObservationStatus.E or ObservationStatus.L or ObservationStatus.O)
            .Select(s => s.Indicator).ToList();
        return late.Count == 0
            ? null
            : new("late-inputs", false, new($"{late.Count} 个指标没有本期值，沿用或估计：{Codes(late)}。",
                $"{late.Count} indicators have no value of the period and are carried forward or estimated: {Codes(late)}."));
    }

    private static IEnumerable<(Period Period, double Points)> Changes(ChecklistFacts facts)
    {
        var printed = facts.Candidate.Values.Where(v => v.Node == facts.Version.Index && v.Text is not null)
            .ToDictionary(v => v.Period, v => double.Parse(v.Text!, CultureInfo.InvariantCulture));
        return printed.Keys.Order().Where(p => printed.ContainsKey(p.Plus(-1))).Select(p => (p, printed[p] - printed[p.Plus(-1)]));
    }

    private static double Median(List<double> values)
    {
        values.Sort();
        return (values[(values.Count - 1) / 2] + values[values.Count / 2]) / 2;
    }

    private static string Codes(IEnumerable<string> codes) => string.Join(' ', codes.Distinct().Order(StringComparer.Ordinal).Take(12));

    private static string Percent(double share) => share.ToString("0.0 %", CultureInfo.InvariantCulture);

    private static string Points(double points) => points.ToString("0.00", CultureInfo.InvariantCulture);
}
