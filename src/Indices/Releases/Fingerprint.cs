using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Indices.Calculation.Uncertainty;
using Indices.Observations;
using Indices.Time;

namespace Indices.Releases;

/// <summary>SHA-256 of everything that a release shows, so that equal releases have equal fingerprints and any change shows.</summary>
internal static class Fingerprint
{
    internal static string Of(
        string index,
        Period period,
        string methodologyVersion,
        Origin origin,
        ImmutableArray<PublishedValue> values,
        ImmutableArray<PublishedContribution> contributions,
        ImmutableArray<PublishedScore> scores,
        ImmutableArray<PublishedLevel> levels,
        ImmutableArray<string> notes,
        UncertaintyResult? uncertainty)
    {
        var text = new StringBuilder();
        Line("release", index, period, methodologyVersion, origin);
        foreach (var v in values)
            Line("value", v.Period, v.Node, v.Version, v.Text, v.Status, Exact(v.Coverage), v.Reason);
        foreach (var c in contributions)
            Line("contribution", c.From, c.To, c.Group, c.Indicator, c.Text);
        foreach (var s in scores)
            Line("score", s.Period, s.Indicator, Exact(s.Value), Exact(s.Score), s.Status);
        foreach (var l in levels)
            Line("level", l.Period, l.Series, l.Text, l.Unit);
        foreach (var note in notes)
            Line("note", note);
        if (uncertainty is not null)
            Uncertainty(uncertainty);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));

        void Uncertainty(UncertaintyResult u)
        {
            Line("uncertainty", u.Period, u.Previous, u.Version, u.Seed, u.Draws, u.Runs);
            foreach (var (kind, spread) in u.Spreads)
                Line(["spread", kind, .. Exact(spread.Index), .. Exact(spread.Change), Exact(spread.ProbabilityOfRise)]);
            foreach (var table in u.Sensitivity)
                foreach (var row in table.Rows)
                    Line(["sensitivity", table.Output, Exact(table.Variance), row.Group, .. Exact(row.Estimate), .. Exact(row.Lower), .. Exact(row.Upper)]);
        }

        void Line(params object?[] fields) => text.AppendJoin('\t', fields).Append('\n');
    }

    private static string?[] Exact(UncertaintyDistribution? of) =>
        [Exact(of?.Mean), Exact(of?.StandardDeviation), Exact(of?.Lower), Exact(of?.Median), Exact(of?.Upper)];

    private static string?[] Exact(SobolIndices of) => [Exact(of.FirstOrder), Exact(of.Total)];

    private static string? Exact(double? value) => value?.ToString("R", CultureInfo.InvariantCulture);
}
