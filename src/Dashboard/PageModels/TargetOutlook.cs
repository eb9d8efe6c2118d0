using Dashboard.PageModels.IndexPages;
using Indices.Calculation.Targets;

namespace Dashboard.PageModels;

/// <summary>Forecast, path inside the year, verdicts and parts of one target: final text only.</summary>
/// <param name="Summary">Forecast and probability in one line; null without a forecast.</param>
/// <param name="Verdict">Verdict in a few words, with the first published one where it differs; null before the target date has a figure.</param>
/// <param name="Forecast">Name and text of every figure of the forecast.</param>
/// <param name="InYear">The same of the running year, and of the other reading of an ambiguous flow.</param>
/// <param name="Years">The years of a growth target, each judged by itself.</param>
/// <param name="Verdicts">As first published, then as revised last; empty before there are any.</param>
/// <param name="Difference">Why the two differ; null when they agree.</param>
public sealed record TargetOutlook(
    string? Summary,
    string? Verdict,
    ValueList<Fact> Forecast,
    ValueList<Fact> InYear,
    ValueList<Fact> Years,
    ValueList<MemberRow> Members,
    ValueList<VerdictRow> Verdicts,
    string? Difference)
{
    public static TargetOutlook Of(TargetResult result, Language language)
    {
        var words = new OutlookWords(result.Target, language);
        return new(
            result.Forecast is { } f ? words.Point(f) + " · " + OutlookWords.Probability(f.EachYearProbability ?? f.Probability) : null,
            result.Verdicts is { } v ? words.Short(v) : null,
            [.. result.Forecast is { } forecast ? words.Facts(forecast) : []],
            [.. result.InYear is { } year ? words.Facts(year) : [], .. result.Cumulated is { } sum ? words.Facts(sum) : []],
            [.. result.Years.Select(words.Fact)],
            [.. result.Members.Select(words.Row)],
            [.. result.Verdicts is { } both ? words.Rows(both) : []],
            result.Verdicts?.Difference is { } why ? language[why.Chinese, why.English] : null);
    }
}

/// <summary>One member of a nested count, in the unit in which members are measured.</summary>
/// <param name="Probability">Of reaching the threshold at the target date; a dash where its past is too short.</param>
public sealed record MemberRow(string Name, string Period, string Size, string Missing, string Probability);

/// <summary>The verdict on one vintage of a figure.</summary>
public sealed record VerdictRow(string Vintage, string Verdict, string Period, string Value, string Kind, string KnownOn);
