using Indices.Methodology;
using Indices.Releases;
using static Dashboard.Components.MathML.Notation;

namespace Dashboard.PageModels.MethodologyPages;

/// <summary>A price index read from its published values; nothing below the total may be shown.</summary>
internal static class WorkedPrice
{
    internal static WorkedLine? Of(ReleaseContent release, IndexMethodology methodology, Language language)
    {
        var (to, from) = (release.Version.Period, release.Version.Period.Plus(-1));
        if (release.At(methodology.Code, to)?.Text is not { } now || release.At(methodology.Code, from)?.Text is not { } before)
            return null;
        var percent = 100 * (Figures.Exact(now) / Figures.Exact(before) - 1);
        return new(
            methodology.Name.In(language.IsEnglish), Figures.PeriodName(to, language),
            DashboardUrls.In(language, DashboardUrls.Index(methodology.Code, to)), release.IsSynthetic(),
            [
                new(language["指数", "Index"], language[
                    $"{Figures.PeriodName(from, language)}为 {Figures.Published(before)}，{Figures.PeriodName(to, language)}为 {Figures.Published(now)}。",
                    $"{Figures.Published(before)} in {Figures.PeriodName(from, language)}, {Figures.Published(now)} in {Figures.PeriodName(to, language)}."], null),
                new(language["价格变动", "Change of prices"], language[
                    "两期指数之比就是同样结构的资金的价格之比；指数点之差不是百分比。", "The ratio of the two index values is the ratio of prices for the same mix; a difference of index points is no percentage."],
                    Row("100 ×", Parens(Over(Number(Figures.Published(now)), Number(Figures.Published(before))), "− 1"), "≈", Number(Figures.Number((double)percent, 2)), Words("%"))),
                .. Level(release, language),
            ]);
    }

    // The first companion that is published: the average price, as a level beside the index.
    private static IEnumerable<WorkedStep> Level(ReleaseContent release, Language language)
    {
        var level = release.Levels.FirstOrDefault(l => l.Period == release.Version.Period && l.Text is not null && l.Unit == "%");
        if (level is not null)
            yield return new(language["价格水平", "Level"], language[
                $"当期加权平均价格为 {Figures.Published(level.Text!)}%；它还随成交结构变动，因此其变动不必等于指数的变动。",
                $"The average price of the period is {Figures.Published(level.Text!)}%; it also moves with the mix of deals, so its change need not equal that of the index."], null);
    }
}
