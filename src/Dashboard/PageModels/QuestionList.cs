using System.Collections.Immutable;
using Indices.Calculation;
using Indices.Methodology;
using Indices.Releases;

namespace Dashboard.PageModels;

/// <summary>Observations to ask the sources about before a candidate is approved.</summary>
public static class QuestionList
{
    public static ImmutableArray<Question> Of(CandidateReview review, IndexMethodology methodology, Language language) =>
        [.. review.Queries.Select(query => Of(query, methodology, language))];

    private static Question Of(OutlierQuery query, IndexMethodology methodology, Language language)
    {
        var unit = methodology.Root.Indicators.FirstOrDefault(i => i.Code == query.Indicator)?.Unit ?? "";
        return new(
            methodology.NameOf(query.Indicator, language),
            Figures.PeriodName(query.Period, language),
            Figures.Measured(query.Value, unit, language),
            string.Join(language["；", "; "], Reasons(query, language)));
    }

    private static IEnumerable<string> Reasons(OutlierQuery query, Language language)
    {
        if (query is { IsUnusualChange: true, Change: { } change, RobustZ: { } z })
            yield return language[
                $"比上期变动 {Figures.Change(change, 2)}，为近五年变动离散度的 {Figures.Number(z, 1)} 倍",
                $"moved by {Figures.Change(change, 2)}, {Figures.Number(z, 1)} times the spread of five years' changes"];
        if (query is { IsOutsideGoalposts: true, G: { } g })
            yield return language[
                $"超出标杆值所容范围（g = {Figures.Number(g, 2)}）",
                $"outside what the goalposts allow for (g = {Figures.Number(g, 2)})"];
    }
}

/// <param name="Reason">Why it is asked about.</param>
public sealed record Question(string Indicator, string Period, string Value, string Reason);
