using System.Collections.Immutable;
using Indices.Calculation;
using Indices.Methodology;
using Indices.Releases;
using Indices.Time;

namespace Dashboard.PageModels;

/// <summary>Why a candidate's index reads otherwise than the release before did, by indicator and cause. The cells add up both ways.</summary>
/// <param name="Title">From the published value of one period to the candidate's of another.</param>
/// <param name="Causes">Names of the columns.</param>
/// <param name="Rows">In file order; the total last.</param>
public sealed record CauseTable(string Title, ImmutableArray<string> Causes, ImmutableArray<CauseRow> Rows)
{
    private static readonly ImmutableArray<ChangeCause> s_causes = [.. Enum.GetValues<ChangeCause>()];

    /// <summary>Null when the changes were not split.</summary>
    public static CauseTable? Of(CandidateReview review, Period period, IndexMethodology methodology, Language language)
    {
        if (review.ComparedWith is not { } from)
            return null;
        var points = review.Changes.Select(c => c.Points).ToArray();
        var texts = PublishedNumber.LargestRemainder(points, points.Sum(), methodology.Rounding.Contribution);
        var items = review.Changes.Zip(texts, (item, text) => (item.Indicator, item.Cause, Points: Figures.Exact(text))).ToArray();
        return new(
            $"{Figures.PeriodName(from, language)} → {Figures.PeriodName(period, language)}",
            [.. s_causes.Select(cause => Name(cause, language))],
            [
                .. items.GroupBy(i => i.Indicator).Select(g => Row(NameOf(g.Key, methodology, language), [.. g.Select(i => (i.Cause, i.Points))])),
                Row(language["合计", "Total"], [.. items.Select(i => (i.Cause, i.Points))]),
            ]);
    }

    private static CauseRow Row(string name, (ChangeCause Cause, decimal Points)[] items) => new(
        name,
        [.. s_causes.Select(cause => items.Any(i => i.Cause == cause) ? Text(items.Where(i => i.Cause == cause).Sum(i => i.Points)) : "–")],
        Text(items.Sum(i => i.Points)));

    private static string Text(decimal points) => Figures.PublishedChange(points.ToString(System.Globalization.CultureInfo.InvariantCulture));

    private static string NameOf(string code, IndexMethodology methodology, Language language) =>
        code == Contribution.MethodChange ? language["指数整体", "Whole index"] : methodology.NameOf(code, language);

    internal static string Name(ChangeCause cause, Language language) => cause switch
    {
        ChangeCause.NewData => language["新数据", "New data"],
        ChangeCause.RevisedData => language["数据修订", "Revised data"],
        ChangeCause.MethodChange => language["方法变更", "Method change"],
        _ => language["覆盖变化", "Coverage"],
    };
}

/// <param name="Parts">One for each cause; a dash where there is none.</param>
public sealed record CauseRow(string Name, ImmutableArray<string> Parts, string Total);
