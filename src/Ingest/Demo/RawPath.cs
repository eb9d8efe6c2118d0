using Indices.Methodology;

namespace Ingest.Demo;

/// <summary>How the source delivers a series.</summary>
internal enum RawShape
{
    /// <summary>A number at the end of each period.</summary>
    Balance,
    /// <summary>Published growth, in percent.</summary>
    Growth,
    /// <summary>An amount within each period; the path has the totals of the years.</summary>
    Flow,
    /// <summary>Two flows; the path has 100 × their ratio over the years.</summary>
    RatioOfFlows,
}

/// <summary>What must be delivered so that the transforms of an indicator give its path.</summary>
internal sealed record RawPath(RawShape Shape, YearPath Years, bool IsWhole)
{
    /// <summary>Undoes the transforms from the last to the first (methodology, section 3.3).</summary>
    public static RawPath Before(Indicator indicator, YearPath transformed, Story story)
    {
        var told = story.Of(indicator.Code);
        var raw = new RawPath(RawShape.Balance, transformed, told.Whole ?? story.WholeUnits.Contains(indicator.Unit));
        foreach (var transform in indicator.Transforms.Reverse())
            raw = Undo(raw, transform, indicator, story);
        return raw with { IsWhole = told.Whole ?? raw.IsWhole };
    }

    private static RawPath Undo(RawPath after, Transform transform, Indicator indicator, Story story) => transform.Kind switch
    {
        TransformKind.TtmSum => after with { Shape = RawShape.Flow },
        TransformKind.TtmRatio => after with { Shape = RawShape.RatioOfFlows },
        TransformKind.Sum3Y => after with { Years = after.Years.Select((_, v) => v / 3) },
        TransformKind.YearOnYear when indicator.YearOnYearIsPublished => after with { Shape = RawShape.Growth },
        TransformKind.YearOnYear => after with { Years = Grown(after.Years, story.Of(indicator.Code).Level ?? 100) },
        TransformKind.Share => Multiplied(after, transform, 100, story, whole: false),
        TransformKind.Ratio => Multiplied(after, transform, indicator.Unit == "%" ? 100 : 1, story, whole: true),
        TransformKind.Per10K => Multiplied(after, transform, 10_000, story, whole: true),
        TransformKind.PerMillion => Multiplied(after, transform, 1_000_000, story, whole: true),
        TransformKind.Spread => after with { Years = after.Years.Select((year, v) => Denominator(transform, story)[year] + v / 100) },
        TransformKind.Exchange => throw new InvalidOperationException($"The anchors tell no exchange rates, which {indicator.Code} needs."),
        _ => after,
    };

    private static RawPath Multiplied(RawPath after, Transform transform, double per, Story story, bool whole) => after with
    {
        Years = after.Years.Select((year, v) => v * Denominator(transform, story)[year] / per),
        IsWhole = whole,
    };

    private static YearPath Grown(YearPath growth, double level) =>
        growth.Select((year, percent) => level = year == growth.First ? level : level * (1 + percent / 100));

    private static YearPath Denominator(Transform transform, Story story) =>
        new(story.FirstYear - 1, story.Denominators[transform.Denominator!].Path!);
}
