using System.Collections.Frozen;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using Indices.Calculation;
using Indices.Methodology;
using Indices.Observations;
using Indices.Releases;
using Indices.Time;
using Microsoft.Extensions.DependencyInjection;
using TestSupport;

namespace Dashboard.Tests.Embargo;

/// <summary>Releases with a value that nothing else has, and every way in which it could be printed.</summary>
internal sealed class Canary(double value)
{
    internal static readonly DateTimeOffset Known = EmbargoSite.Instant.AddMonths(-6);

    /// <summary>The composite whose next period waits.</summary>
    internal static readonly IndexMethodology Methodology = SeedDefinitions.All.Indices.First(i => i is { IsPrice: false, Release: not null });

    /// <summary>The period that waits; the two before it are public.</summary>
    internal static readonly Period Next = ReleaseCalendar.NewestDue(Methodology, SeedDefinitions.All.Calendar, EmbargoSite.Instant)!.Value;

    private static CancellationToken Cancellation => Xunit.TestContext.Current.CancellationToken;

    internal static async Task Published(IServiceProvider services)
    {
        await Approve(services, Content(Next.Plus(-2), EmbargoSite.Instant.AddDays(-60)), EmbargoSite.Instant.AddDays(-61));
        await Approve(services, Content(Next.Plus(-1), EmbargoSite.Instant.AddDays(-30)), EmbargoSite.Instant.AddDays(-31));
    }

    /// <summary>The next period and a revision of the one before, approved; and a candidate that nobody approved.</summary>
    internal async Task Wait(IServiceProvider services)
    {
        await Approve(services, Marked(Content(Next, EmbargoSite.Instant)), EmbargoSite.Instant.AddDays(-1));
        await Approve(services, Marked(Content(Next.Plus(-1), EmbargoSite.Instant, 2, ReleaseKind.Revision)), EmbargoSite.Instant.AddDays(-1));
        await services.GetRequiredService<IReleaseWriter>().Propose(Candidate(Marked(Content(Next.Plus(-2), EmbargoSite.Instant, 2, ReleaseKind.Revision))), Cancellation);
    }

    /// <summary>Where it is found in an answer; null when it is nowhere.</summary>
    internal string? FoundIn(Answer answer) => Texts(answer).SelectMany(text => Forms.Where(form => text.Contains(form, StringComparison.OrdinalIgnoreCase))).FirstOrDefault();

    private IEnumerable<string> Forms
    {
        get
        {
            yield return Mark;
            yield return value.ToString("R", CultureInfo.InvariantCulture);
            foreach (var scale in new[] { 1.0, 100, 10_000, 0.0001 })
                for (var decimals = 4; decimals >= (scale < 1 ? 2 : 0); decimals--)
                {
                    yield return (value * scale).ToString("F" + decimals, CultureInfo.InvariantCulture);
                    yield return (value * scale).ToString("N" + decimals, CultureInfo.InvariantCulture);
                    yield return string.Concat((value * scale).ToString("F" + decimals, CultureInfo.InvariantCulture).Select(c => char.IsAsciiDigit(c) ? (char)(c + 0xFEE0) : c));
                }
            for (var digits = 6; digits >= 4; digits--)
                yield return value.ToString("E" + digits, CultureInfo.InvariantCulture)[..(digits + 2)];
        }
    }

    private string Mark => $"CANARY{value.ToString("F0", CultureInfo.InvariantCulture)}";

    private static IEnumerable<string> Texts(Answer answer)
    {
        yield return string.Join('\n', answer.Headers);
        var body = Unpacked(answer);
        yield return Encoding.UTF8.GetString(body);
        yield return Encoding.Unicode.GetString(body);
        foreach (var (name, text) in Parts(answer))
            yield return name + "\n" + text;
    }

    /// <summary>The files of a whole ZIP; none of anything else.</summary>
    internal static IEnumerable<(string Name, string Text)> Parts(Answer answer)
    {
        if (answer.Status != 200 || Unpacked(answer) is not [(byte)'P', (byte)'K', ..] body)
            yield break;
        using var zip = new ZipArchive(new MemoryStream(body), ZipArchiveMode.Read);
        foreach (var entry in zip.Entries)
        {
            using var reader = new StreamReader(entry.Open());
            yield return (entry.FullName, reader.ReadToEnd());
        }
    }

    private static byte[] Unpacked(Answer answer)
    {
        if (answer.Body.Length == 0 || answer.Header("Content-Encoding") is not { } encoding)
            return answer.Body;
        using Stream packed = encoding == "br" ? new BrotliStream(new MemoryStream(answer.Body), CompressionMode.Decompress) : new GZipStream(new MemoryStream(answer.Body), CompressionMode.Decompress);
        using var body = new MemoryStream();
        packed.CopyTo(body);
        return body.ToArray();
    }

    private static ReleaseContent Content(Period period, DateTimeOffset releaseAt, int number = 1, ReleaseKind kind = ReleaseKind.Initial) =>
        SampleReleases.Of(Methodology, period, releaseAt, number: number, kind: kind, reason: kind == ReleaseKind.Initial ? null : "数据更新\nnewer data");

    private ReleaseContent Marked(ReleaseContent content) => content with
    {
        Version = content.Version with { Fingerprint = Convert.ToHexStringLower(Encoding.UTF8.GetBytes($"{content.Version.Period}{Mark}".PadRight(32)))[..64], Reason = content.Version.Kind == ReleaseKind.Initial ? null : Mark },
        Values = [.. content.Values.Select(v => v.Period == content.Version.Period && v.Text is not null ? v with { Value = value, Text = value.ToString("F2", CultureInfo.InvariantCulture) } : v)],
        Contributions = [.. content.Contributions.Select(c => c with { Points = value, Text = value.ToString("F2", CultureInfo.InvariantCulture) })],
        Scores = [.. content.Scores.Select(s => s with { Value = value, Score = value })],
        Notes = [Mark],
    };

    private static async Task Approve(IServiceProvider services, ReleaseContent content, DateTimeOffset at)
    {
        var (writer, candidate) = (services.GetRequiredService<IReleaseWriter>(), Candidate(content));
        var (id, _) = await writer.Propose(candidate, Cancellation);
        await writer.Approve(id, candidate.Fingerprint, content.Version.ReleaseAt!.Value, "reviewer", at, Cancellation);
    }

    private static NewCandidate Candidate(ReleaseContent content) => SampleReleases.Candidate(content, content.Version.ReleaseAt!.Value.AddDays(-2)) with
    {
        Freeze = new FrozenParameters(new Dictionary<string, double> { [FrozenParameters.Best(content.Version.Fingerprint, "X")] = content.Values[^1].Value ?? 0 }.ToFrozenDictionary()),
        Receipt = $$"""{"index":"{{content.Version.Index}}","methodology":[{"version":"{{Methodology.Version}}","sha256":"{{Methodology.Sha256}}"}],"parameters":{},"note":"{{string.Concat(content.Notes)}}"}""",
    };
}
