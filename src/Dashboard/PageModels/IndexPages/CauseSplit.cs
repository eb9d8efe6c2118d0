using System.Collections.Immutable;
using System.Globalization;
using Indices.Calculation;
using Indices.Methodology;
using Indices.Releases;

namespace Dashboard.PageModels.IndexPages;

/// <summary>The change since the release before by cause: new data, revised data, method, coverage. The rows add up to the total.</summary>
/// <param name="Title">较上次发布（2025年第二季度 105.24 → 2025年第三季度 106.42）.</param>
public sealed record CauseSplit(string Title, ImmutableArray<Fact> Rows, string Total)
{
    /// <param name="before">What was published the instant before this release.</param>
    /// <returns>Null for a price index, and where the causes do not account for what readers could see change.</returns>
    public static CauseSplit? Of(
        ReleaseContent content, ReleaseContent? before, IReadOnlyList<CausePoints> causes, IndexMethodology methodology, Language language)
    {
        if (methodology.IsPrice || causes.Count == 0 || content.Headline()?.Text is not { } now
            || before?.At(content.Version.Index, causes[0].From)?.Text is not { } earlier)
            return null;
        var total = Figures.Exact(now) - Figures.Exact(earlier);
        var decimals = methodology.Rounding.Index;
        // Both ends are rounded, so the sum may be one unit off; more means that another value was compared with.
        if (Math.Abs(causes.Sum(c => c.Points) - (double)total) > Math.Pow(10, -decimals) * (1 + 1e-6))
            return null;
        var texts = PublishedNumber.LargestRemainder([.. causes.Select(c => c.Points)], (double)total, decimals);
        return new(
            language["较上次发布", "Since the release before"] + language["：", ": "]
                + $"{Figures.PeriodName(causes[0].From, language)} {Figures.Published(earlier)} → {Figures.PeriodName(content.Version.Period, language)} {Figures.Published(now)}",
            [.. causes.Zip(texts, (cause, text) => new Fact(CauseTable.Name(cause.Cause, language), Figures.PublishedPoints(text, language)))],
            Figures.PublishedPoints(total.ToString(CultureInfo.InvariantCulture), language));
    }
}
