using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
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
        ImmutableArray<string> notes)
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
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));

        void Line(params object?[] fields) => text.AppendJoin('\t', fields).Append('\n');
    }

    private static string? Exact(double? value) => value?.ToString("R", CultureInfo.InvariantCulture);
}
