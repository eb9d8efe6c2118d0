using System.Globalization;
using Dashboard.PageModels.IndexPages;
using Indices.Calculation.Targets;
using Indices.Methodology;
using Indices.Time;

namespace Dashboard.PageModels;

/// <summary>The phrases of a target's forecast and verdicts.</summary>
internal sealed class OutlookWords(PolicyTarget target, Language language)
{
    private const double Smallest = 0.001;
    private const string None = "–";

    /// <summary>To 0.1 %; what is neither impossible nor certain is never shown as 0 or 100 %.</summary>
    internal static string Probability(double p) => p switch
    {
        > 0 and < Smallest => "<" + Figures.Share(Smallest),
        > 1 - Smallest and < 1 => ">" + Figures.Share(1 - Smallest),
        _ => Figures.Share(p),
    };

    /// <summary>The expected number of a small count is no whole number, and rounding it would say something else.</summary>
    internal string Point(TargetForecast forecast) =>
        Figures.Parts(forecast.Point, target.Unit, language, target.Kind == TargetKind.CountSmall ? 1 : null).ToString();

    internal IEnumerable<Fact> Facts(TargetForecast forecast)
    {
        yield return new(language[$"预测（{Day(forecast.Day)}）", $"Forecast ({Day(forecast.Day)})"], Point(forecast));
        yield return new(language[$"{Percent(forecast.Level)} 区间", $"{Percent(forecast.Level)} interval"],
            language[$"{Amount(forecast.Low)} 至 {Amount(forecast.High)}", $"{Amount(forecast.Low)} to {Amount(forecast.High)}"]);
        if (forecast.EachYearProbability is { } each)
            yield return new(language["每年达标的概率", "Probability for every year"], Probability(each));
        yield return new(
            target.Kind == TargetKind.Growth ? language["年均达标的概率", "Probability on average"] : language["达成概率", "Probability of meeting it"], Probability(forecast.Probability));
    }

    internal IEnumerable<Fact> Facts(InYearPath year)
    {
        var span = language[$"{year.Period.Year}年1月至{year.Period.End.Month}月", "Jan to " + year.Period.End.ToString("MMM yyyy", CultureInfo.InvariantCulture)];
        yield return new(language[$"年内累计（{span}）", $"Year to date ({span})"], Amount(year.YearToDate));
        if (year.PathValue is { } path)
            yield return new(language["年内应达", "Path inside the year"], Amount(path));
        yield return new(language["往年同期占全年", "Share of past years by then"], language[
            $"{Figures.Share(year.Share)}（{year.Years} 年平均）", $"{Figures.Share(year.Share)} (mean of {year.Years} {(year.Years == 1 ? "year" : "years")})"]);
        yield return new(language["按此推算全年", "The whole year at that share"], Amount(year.Projected));
    }

    internal IEnumerable<Fact> Facts(CumulatedReading sum)
    {
        var since = Day(sum.Since);
        yield return new(language[$"另一口径：{since} 以来累计", $"Other reading: total since {since}"], language[
            $"{Amount(sum.Value)}，完成 {Figures.Number(sum.AttainmentPercent, 1)}%（不用于评估）",
            $"{Amount(sum.Value)}, {Figures.Number(sum.AttainmentPercent, 1)}% of the goal (not rated)"]);
    }

    internal Fact Fact(TargetYear year) => new(
        language[$"{year.Year}年", $"{year.Year}"],
        year is { Value: { } value, IsMet: { } met } ? $"{Figures.Number(value, 1)}% {(met ? language["达标", "met"] : language["未达标", "missed"])}" : None);

    internal MemberRow Row(TargetMember member) => new(
        member.Name, Figures.AsOfPeriod(member.Period, target.IsStock, language), Figures.Number(member.Size, 1),
        member.Reaches ? language["已达到", "reached"] : Figures.Number(member.Missing, 1),
        member.Probability is { } p ? Probability(p) : None);

    internal IEnumerable<VerdictRow> Rows(TargetVerdicts verdicts) =>
    [
        Row(language["首次公布", "As first published"], verdicts.FirstPublished),
        Row(language["最新修订", "As revised last"], verdicts.LatestRevised),
    ];

    /// <summary>Names the first verdict only where the newest is another one.</summary>
    internal string Short(TargetVerdicts verdicts)
    {
        var newest = Word(verdicts.LatestRevised) + (verdicts.LatestRevised.IsProvisional ? language["（初步数）", " (provisional)"] : "");
        return verdicts.FirstPublished.Verdict == verdicts.LatestRevised.Verdict ? newest : newest + language[
            $"；首次公布：{Word(verdicts.FirstPublished)}", $"; as first published: {Word(verdicts.FirstPublished)}"];
    }

    private VerdictRow Row(string vintage, FigureVerdict figure) => new(
        vintage, Word(figure), Figures.AsOfPeriod(figure.Period.End.Month == 12 ? figure.Period.In(Frequency.Annual) : figure.Period, target.IsStock, language),
        Amount(figure.Value), figure.IsProvisional ? language["初步数", "provisional"] : language["最终数", "final"], Day(OfficeClock.DayOf(figure.KnownAt.Instant)));

    private string Word(FigureVerdict figure) =>
        figure.Verdict == FinalVerdict.Achieved ? language["已达成", "achieved"] : language["未达成", "not achieved"];

    private string Amount(double value) => Figures.WithUnit(value, target.Unit, language);

    private static string Percent(double share) => Figures.Shortest(Math.Round(100 * share, 6)) + "%";

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
