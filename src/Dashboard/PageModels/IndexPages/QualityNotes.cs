using System.Collections.Immutable;
using Indices.Methodology;
using Indices.Observations;
using Indices.Releases;

namespace Dashboard.PageModels.IndexPages;

/// <summary>Limits of the index and quality of this release, in sentences.</summary>
public static class QualityNotes
{
    public static ImmutableArray<string> Of(ReleaseContent content, IndexMethodology methodology, Language language)
    {
        var notes = new List<string>();
        var minimum = Figures.Share(methodology.Price?.MinimumObservedWeight ?? methodology.Coverage.IndexMinimum);
        if (content.Headline() is { } headline && !methodology.IsPrice)
            notes.Add(language[
                $"本期数据覆盖率 {Figures.Share(headline.Coverage)}（按权重；低于 {minimum} 不予公布）。",
                $"Coverage of this release: {Figures.Share(headline.Coverage)} of weight; below {minimum} the index is not published."]);
        else if (content.Headline() is { Coverage: > 0 and var share })
            notes.Add(language[
                $"本期有成交的样本格占权重不低于 {Figures.Share(share)}（低于 {minimum} 不予公布；确切比例属保密）。",
                $"Cells with deals carry {Figures.Share(share)} of weight or more; below {minimum} the index is not published, and the exact share is confidential."]);
        notes.Add(methodology.IsPrice
            ? language["指数下降表示资金更便宜。一个指数点不等于一个基点。", "A lower index means cheaper money. One index point is not one basis point."]
            : language["各指数的量表互不相同，不同指数之间的数值差异没有意义。", "Each index has a scale of its own; differences between values of different indices mean nothing."]);
        notes.Add(language[
            $"最近 {methodology.OpenWindow} 期仍可能修订；每次修订都是新版本，旧版本保留。",
            $"The newest {methodology.OpenWindow} periods may still be revised; each revision is a new version and the old one is kept."]);
        if (content.Version.Origin == Origin.Synthetic)
            notes.Add(language["本期含演示数据，不能作为真实统计引用。", "This release rests on demonstration data and must not be quoted as statistics."]);
        // What a price index notes of its cells would tell readers which of them had no deals.
        return methodology.IsPrice ? [.. notes] : [.. notes, .. content.Notes.Select(note => BilingualText.In(note, language.IsEnglish))];
    }
}
