using System.Globalization;
using Indices.Calculation;
using Indices.Calculation.Prices;
using Indices.Calculation.Prices.Disclosure;
using Indices.Observations;
using Indices.Releases;

namespace Indices.Tests.Calculation.Prices.Disclosure.Attack;

/// <summary>What a reader sees of a price index: each figure by name, with the interval that its printed digits stand for.</summary>
internal static class Figures
{
    /// <summary>The digits of a release: values, shares of weight observed, companions.</summary>
    internal static Dictionary<string, (double Low, double High)> Released(IndexInputs inputs)
    {
        var candidate = CandidateAssembly.Assemble(
            IndexCalculator.Calculate(inputs), inputs, inputs.Last, ReleaseKind.Initial, null, null, "scheduler", DateTimeOffset.UnixEpoch);
        if (!candidate.Contributions.IsEmpty || !candidate.Scores.IsEmpty)
            throw new InvalidOperationException("Published, and not attacked.");
        return candidate.Values.Where(v => v.Text is not null).Select(v => ($"{v.Node} {v.Period}", Interval(v.Text!)))
            .Concat(candidate.Values.Where(v => v.Text is not null || v.Status == ObservationStatus.U).Select(v => (CoverageOf(v.Node, $"{v.Period}"), (v.Coverage, v.Coverage == 0 ? inputs.Versions[^1].Price!.MinimumObservedWeight : 1.0))))
            .Concat(candidate.Levels.Where(l => l.Text is not null).Select(l => ($"{l.Series} {l.Period}", Interval(l.Text!))))
            .ToDictionary(f => f.Item1, f => f.Item2);
    }

    /// <summary>What a careless office would print: every value whose own deals pass, and all companions.</summary>
    internal static Dictionary<string, (double Low, double High)> PrimaryOnly(IndexInputs inputs)
    {
        var (methodology, result) = (inputs.Versions[^1], IndexCalculator.Calculate(inputs));
        var (run, exact) = (new PriceRun(methodology, inputs, []), Exact(result));
        return (from state in run.Shown
                where state.Segment is not null && IsFree(run.Behind(state))
                from name in run.Groups.Where(g => IsFree(run.Behind(state, g.Cells.Contains))).Select(g => g.Code)
                    .Concat([result.Code, "LEVEL", "LEVEL-FIXED", "SPREAD-GOVERNMENT", "SPREAD-LPR"])
                let figure = $"{name} {state.Period}"
                where exact.ContainsKey(figure)
                select (figure, Interval(PublishedNumber.Round(exact[figure], name.StartsWith("SPREAD", StringComparison.Ordinal) ? 0 : 2))))
            .ToDictionary(f => f.figure, f => f.Item2);

        bool IsFree(IReadOnlyCollection<PricedDeal> deals) => PrimaryRule.Of(methodology.Price!.Disclosure, deals) == Confidentiality.Free;
    }

    /// <summary>Every figure that could be printed, to the last digit.</summary>
    internal static Dictionary<string, double> Exact(IndexResult result)
    {
        var figures = new Dictionary<string, double>();
        foreach (var value in result.Values.Where(v => v.Value is not null))
        {
            figures[$"{value.Node} {value.Period}"] = value.Value!.Value;
            figures[CoverageOf(value.Node, $"{value.Period}")] = value.Coverage;
        }
        foreach (var level in result.Price!.Levels)
            foreach (var (name, value) in new[]
                {
                    ("LEVEL", level.AveragePercent), ("LEVEL-FIXED", level.FixedStructurePercent), ("SPREAD-GOVERNMENT", level.SpreadGovernmentBasisPoints),
                    ("SPREAD-LPR", level.SpreadLoanPrimeRateBasisPoints), ("TENOR", level.AverageTenorYears),
                })
                if (value is { } number)
                    figures[$"{name} {level.Period}"] = number;
        return figures;
    }

    private static string CoverageOf(string node, string period) => $"share observed {node} {period}";

    /// <summary>All numbers that are printed as this text.</summary>
    internal static (double Low, double High) Interval(string text)
    {
        var (value, point) = (double.Parse(text, CultureInfo.InvariantCulture), text.IndexOf('.', StringComparison.Ordinal));
        var half = 0.5 * Math.Pow(10, point < 0 ? 0 : point + 1 - text.Length);
        return (value - half, value + half);
    }
}
