using Indices.Observations;
using Indices.Releases;
using Indices.Time;

namespace Dashboard.PageModels;

/// <summary>Questions that every page asks a release.</summary>
public static class PublishedSeries
{
    /// <summary>The values of one node, oldest first.</summary>
    public static IEnumerable<PublishedValue> Node(this ReleaseContent content, string node) =>
        content.Values.Where(v => v.Node == node);

    public static PublishedValue? At(this ReleaseContent content, string node, Period period) =>
        content.Values.FirstOrDefault(v => v.Node == node && v.Period == period);

    /// <summary>The index itself in the release's own period.</summary>
    public static PublishedValue? Headline(this ReleaseContent content) =>
        content.At(content.Version.Index, content.Version.Period);

    /// <summary>The published text of the index, or why there is none.</summary>
    public static string HeadlineText(this ReleaseContent content, Language language) => content.Headline()?.Text is { } text
        ? Figures.Published(text)
        : ReleaseWords.Kept(content.Headline()?.Reason, language) ?? language["不予公布", "withheld"];

    /// <summary>Published change of a node up to the release's period, or null when either end is not published.</summary>
    public static Change? ChangeOf(this ReleaseContent content, string node, bool overYear, Language language)
    {
        var to = content.Version.Period;
        var from = overYear ? to.YearBefore : to.Plus(-1);
        return content.At(node, to)?.Text is { } later && content.At(node, from)?.Text is { } earlier
            ? Change.Of(Figures.PublishedDifference(later, earlier), Figures.ChangeName(to.Frequency, overYear, language), language)
            : null;
    }

    /// <summary>Both changes of the index; an annual index has one.</summary>
    public static IEnumerable<Change> Changes(this ReleaseContent content, Language language) =>
        new[] { content.ChangeOf(content.Version.Index, false, language), content.Version.Period.Frequency == Frequency.Annual ? null : content.ChangeOf(content.Version.Index, true, language) }
            .OfType<Change>();

    public static bool IsSynthetic(this ReleaseContent content) => content.Version.Origin == Origin.Synthetic;

    public static DateTimeOffset ReleasedAt(this ReleaseVersion version) =>
        version.ReleaseAt ?? throw new InvalidOperationException($"Release version {version.Id} has no release instant.");
}

/// <summary>A change in index points, ready to show.</summary>
/// <param name="Arrow">Direction in ink.</param>
/// <param name="Text">Signed and with its unit: +1.18 点.</param>
/// <param name="Name">环比, 同比 or 比上年.</param>
/// <param name="Points">The exact published difference.</param>
public sealed record Change(string Arrow, string Text, string Name, decimal Points)
{
    public static Change Of(string published, string name, Language language) => new(
        Figures.PublishedArrow(published),
        Figures.PublishedPoints(published, language),
        name,
        Figures.Exact(published));
}
