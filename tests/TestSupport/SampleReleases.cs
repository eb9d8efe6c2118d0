using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Indices.Calculation;
using Indices.Methodology;
using Indices.Observations;
using Indices.Releases;
using Indices.Time;

namespace TestSupport;

/// <summary>Releases that look like real ones: a slow wave in every series, tables that add up, printed values of two decimals.</summary>
public static class SampleReleases
{
    /// <summary>A published release of <paramref name="methodology"/> for <paramref name="last"/> with the <paramref name="periods"/> periods up to it.</summary>
    /// <param name="releaseAt">Null for a candidate.</param>
    public static ReleaseContent Of(
        IndexMethodology methodology,
        Period last,
        DateTimeOffset? releaseAt,
        int periods = 12,
        Origin origin = Origin.Official,
        int number = 1,
        ReleaseKind kind = ReleaseKind.Initial,
        string? reason = null)
    {
        var values = Enumerable.Range(1 - periods, periods).Select(last.Plus)
            .SelectMany(period => ValuesOf(methodology, period)).ToImmutableArray();
        var version = new ReleaseVersion(
            number, methodology.Code, last, number, kind, reason, methodology.Version,
            new Vintage((releaseAt ?? DateTimeOffset.UnixEpoch).AddHours(-10)), origin,
            Fingerprint(methodology.Code, last, number), number,
            (releaseAt ?? DateTimeOffset.UnixEpoch).AddDays(-2), releaseAt is null ? ReleaseState.Candidate : ReleaseState.Approved,
            releaseAt, releaseAt is null ? null : "reviewer", releaseAt?.AddDays(-1));
        return new ReleaseContent(version, values, Contributions(methodology, last, values), Scores(methodology, last), Levels(methodology, values), []);
    }

    /// <summary>The same content as a candidate to be proposed to a real store.</summary>
    public static NewCandidate Candidate(ReleaseContent content, DateTimeOffset proposedAt) => new(
        content.Version.Index, content.Version.Period, content.Version.Kind, content.Version.Reason, content.Version.MethodologyVersion,
        content.Version.DataVintage, content.Version.Origin, content.Version.Fingerprint,
        content.Values, content.Contributions, content.Scores, content.Levels, content.Notes,
        FrozenParameters.None, "{}", "scheduler", proposedAt)
    { Uncertainty = content.Uncertainty };

    private static IEnumerable<PublishedValue> ValuesOf(IndexMethodology methodology, Period period)
    {
        yield return Printed(methodology, period, methodology.Code, 100, null);
        foreach (var (group, i) in methodology.Root.Children.Select((g, i) => (g, i)))
            yield return Printed(methodology, period, group.Code, methodology.IsPrice ? 100 : 60 + 10 * i,
                methodology.IsPrice ? "少于三家资金使用方 fewer than three users of funds" : null);
    }

    private static PublishedValue Printed(IndexMethodology methodology, Period period, string node, double level, string? withheld)
    {
        var step = period.Since(Period.Of(period.Frequency, 2022, 1));
        var value = level + 0.45 * step + 1.5 * Math.Sin(step * 0.9 + level);
        return new(period, node, methodology.Version, withheld is null ? Text((decimal)value) : null, value,
            withheld is null ? ObservationStatus.P : ObservationStatus.Q, 0.953, withheld);
    }

    private static ImmutableArray<PublishedContribution> Contributions(
        IndexMethodology methodology, Period last, ImmutableArray<PublishedValue> values)
    {
        if (methodology.IsPrice)
            return [];
        var printed = values.Where(v => v.Node == methodology.Code && v.Text is not null)
            .ToDictionary(v => v.Period, v => decimal.Parse(v.Text!, CultureInfo.InvariantCulture));
        return [.. new[] { last.Plus(-1), last.YearBefore }.Distinct().Where(printed.ContainsKey)
            .SelectMany(from => Table(methodology, from, last, printed[last] - printed[from]))];
    }

    /// <summary>Unequal parts whose printed texts add up to the printed change.</summary>
    private static IEnumerable<PublishedContribution> Table(IndexMethodology methodology, Period from, Period to, decimal change)
    {
        var leaves = methodology.Root.Groups.SelectMany(g => g.Children.Select(c => (Group: g.Code, c.Code))).ToArray();
        var left = change;
        for (var i = 0; i < leaves.Length; i++)
        {
            var part = i == leaves.Length - 1 ? left : decimal.Round(i % 2 == 0 ? change * 0.7m : change * -0.25m, 2);
            left -= part;
            yield return new(from, to, leaves[i].Group, leaves[i].Code, Text(part), (double)part);
        }
    }

    private static ImmutableArray<PublishedScore> Scores(IndexMethodology methodology, Period last) => methodology.IsPrice
        ? []
        : [.. methodology.Root.Indicators.Select((indicator, i) => new PublishedScore(last, indicator.Code, 41.37 + 7.5 * i, 62.5 + i, ObservationStatus.A))];

    private static ImmutableArray<PublishedLevel> Levels(IndexMethodology methodology, ImmutableArray<PublishedValue> values) => !methodology.IsPrice
        ? []
        : [.. values.Where(v => v.Node == methodology.Code).SelectMany(v => new[]
        {
            new PublishedLevel(v.Period, "LEVEL", "3.62", 3.6184, "%"),
            new PublishedLevel(v.Period, "LEVEL-FIXED", "3.60", 3.6021, "%"),
            new PublishedLevel(v.Period, "SPREAD-GOVERNMENT", "171", 170.57, "bp"),
            new PublishedLevel(v.Period, "SPREAD-LPR", "-12", -12.2, "bp"),
            new PublishedLevel(v.Period, "TENOR", "7.6", 7.58, "年"),
        })];

    private static string Fingerprint(string code, Period period, int number) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{code} {period} {number}")));

    private static string Text(decimal value) => value.ToString("0.00", CultureInfo.InvariantCulture);
}
