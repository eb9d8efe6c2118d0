using System.Globalization;
using Indices.Methodology;
using Indices.Observations;
using Indices.Time;

namespace Indices.Calculation.Targets;

/// <summary>What is said beside a target's status, in both languages.</summary>
internal static class TargetNotes
{
    internal static Warning NoSeries(TargetData data)
    {
        var others = data.Scopes.ToList();
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
        var deadline = context.Deadline;
        return context.Target.IsStock
            ? new($"已达到目标值，必须保持到期末（{deadline:O}）", $"reached; it must hold at {deadline:O}")
            : new($"已达到目标值，以{deadline.Year}年的最终数为准", $"reached; the final figure of {deadline.Year} decides");
    }

    internal static Warning AwaitingFinal(TargetContext context) => context.HasDeadlineFigure
        ? new("期末数为初步数，最终结论待最终数", "the figure for the target date is provisional; the verdict awaits the final one")
        : new("期末数尚未公布，最终结论待最终数", "the figure for the target date is not out yet; the verdict awaits it");

    /// <param name="figures">The first figure whose revision changed the verdict, as first published and as it stands.</param>
    internal static Warning Revised(PolicyTarget target, (TargetFigure First, TargetFigure Latest) figures)
    {
        var (first, latest) = figures;
        string Day(TargetFigure figure) => OfficeClock.DayOf(figure.KnownAt.Instant).ToString("O", CultureInfo.InvariantCulture);
        string Words(TargetFigure figure, string yes, string no) => TargetRating.Holds(target, figure.Value) ? yes : no;
        return new(
            $"{first.Period}首次公布（{Day(first)}）为{Number(first.Value)}，{Words(first, "达标", "未达标")}；修订后（{Day(latest)}）为{Number(latest.Value)}，{Words(latest, "达标", "未达标")}",
            $"{first.Period} was first published ({Day(first)}) as {Number(first.Value)}, {Words(first, "meeting", "missing")} the target; revised ({Day(latest)}) to {Number(latest.Value)}, {Words(latest, "meeting", "missing")} it");
    }

    private static string Number(double value) => PublishedNumber.Round(value, 4).TrimEnd('0').TrimEnd('.');
}
