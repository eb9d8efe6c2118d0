using Indices.Methodology;
using Indices.Observations;
using Indices.Time;

namespace Indices.Calculation.Targets;

/// <summary>What is said beside a target's status, in both languages.</summary>
internal static class TargetNotes
{
    internal static Warning NoSeries(Snapshot snapshot, PolicyTarget target, string area)
    {
        var others = Measures.All.SelectMany(m => snapshot.Scopes(target.Indicator, m, area)).Distinct().ToList();
        return others.Count == 0
            ? new("数据不足：尚无数据", "no data yet")
            : new($"数据不足：只有其他口径的数据（{string.Join("；", others)}）", $"no data in the target's scope, only: {string.Join("; ", others)}");
    }

    internal static Warning NoBaseline(PolicyTarget target, double? baseline) => baseline is null
        ? new($"数据不足：缺基期值（{target.Baseline.Period}）", $"the baseline of {target.Baseline.Period} is missing")
        : new($"数据不足：基期值（{target.Baseline.Period}）须为正数", $"the baseline of {target.Baseline.Period} must be positive");

    internal static Warning Stale(Period newest) => new(
        $"数据不足：最新数据为{newest}，已超过两个发布时滞",
        $"the newest figure is of {newest}, older than two release lags");

    internal static Warning NoTargetYear(PolicyTarget target) => new(
        $"数据不足：{target.Years[0]}年的增速尚无数据", $"there is no growth figure of {target.Years[0]} yet");

    internal static Warning Gap(int year) => new(
        $"数据不足：缺{year}年的增速", $"the growth figure of {year} is missing");

    internal static Warning Early(TargetContext context)
    {
        if (context.HasPassed)
            return AwaitingFinal(context);
        return context.Target.IsStock
            ? new($"已达到目标值，必须保持到期末（{context.Set.Deadline:O}）", $"reached; it must hold at {context.Set.Deadline:O}")
            : new($"已达到目标值，以{context.Set.Deadline.Year}年的最终数为准", $"reached; the final figure of {context.Set.Deadline.Year} decides");
    }

    internal static Warning AwaitingFinal(TargetContext context) => context.HasDeadlineFigure
        ? new("期末数为初步数，最终结论待最终数", "the figure for the target date is provisional; the verdict awaits the final one")
        : new("期末数尚未公布，最终结论待最终数", "the figure for the target date is not out yet; the verdict awaits it");
}
