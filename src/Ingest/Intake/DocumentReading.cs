using System.Runtime.CompilerServices;
using Indices.Intake;
using Indices.Methodology;
using Indices.Observations;
using Indices.Provenance;
using Indices.Time;
using Ingest.Archive;
using Ingest.Sources;
using Ingest.Sources.Csv;
using Ingest.Sources.Large;
using Ingest.Validation;

namespace Ingest.Intake;

/// <summary>Reads a document of the archive and checks it: what it says, what of it can go in, and what is to be said about it.</summary>
public sealed class DocumentReading(DocumentArchive archive, IIntakeReader intake, ContentCheck check, IngestOptions options)
{
    /// <summary>Begins the address of a file that comes with the program.</summary>
    internal const string Seed = "seed:";

    /// <param name="document">Its source is the one it names, otherwise the one whose inbox pattern its name fits.</param>
    /// <param name="origin">Origin of rows that name none.</param>
    /// <param name="knownAt">Vintage of rows that name none: the instant at which the document goes in, so that what was known before stays as it was.</param>
    internal Task<CheckedContent> Read(
        RawDocument document, Origin origin, Definitions inForce, Vintage knownAt, CancellationToken cancellation) =>
        Read(document, Context(document, origin, inForce, knownAt), inForce, cancellation);

    private async Task<CheckedContent> Read(RawDocument document, FileContext context, Definitions inForce, CancellationToken cancellation)
    {
        var content = ReplayDocument.IsOne(document)
            ? await Replayed(context, inForce, cancellation)
            : DocumentReader.Read(await Bytes(document.Sha256, cancellation), context);
        return await Checked(document, content, context, inForce, cancellation);
    }

    /// <summary>The same in parts that fit in memory, whatever the size of the document; most documents are one part.</summary>
    internal async IAsyncEnumerable<CheckedContent> ReadParts(
        RawDocument document, Origin origin, Definitions inForce, Vintage knownAt, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var stored = archive.Open(document.Sha256);
        var context = Context(document, origin, inForce, knownAt);
        if (LargeText.Of(stored, context, options.InPartsFrom) is not { } large)
        {
            yield return await Read(document, context, inForce, cancellation);
            yield break;
        }
        foreach (var part in large.Parts(context, options.DataDirectory))
            yield return await Checked(document, part, context, inForce, cancellation);
    }

    private async Task<CheckedContent> Checked(RawDocument document, FileContent content, FileContext context, Definitions inForce, CancellationToken cancellation)
    {
        document = document with { Source = context.Source?.Code };
        // The program's own seeds were looked at when they became part of it.
        var isAsked = !document.Address.StartsWith(Seed, StringComparison.Ordinal);
        return await check.Check(document, content, context.Series!, inForce.Catalogue.Areas, isAsked, cancellation) with { IsAllOrNothing = context.Source?.AllOrNothing is true };
    }

    /// <summary>The rows that a replay names, each with its own line.</summary>
    internal async Task<IEnumerable<(int Line, ReplayedRow Row)>> ReplayLines(string sha256, CancellationToken cancellation) =>
        ReplayDocument.Lines(await Bytes(sha256, cancellation));

    /// <summary>Rows of other documents as a replay names them, each under the line that names it.</summary>
    private async Task<FileContent> Replayed(FileContext context, Definitions inForce, CancellationToken cancellation)
    {
        var content = FileContent.Empty;
        foreach (var file in (await ReplayLines(context.Sha256, cancellation)).GroupBy(l => l.Row.Place.DocumentSha256))
        {
            var source = await intake.Document(file.Key, cancellation) is { Source: { } code } ? inForce.Sources.Find(code) : null;
            content = content.With(Excerpt.Read(await Bytes(file.Key, cancellation), [.. file], context with { Source = source }));
        }
        return content;
    }

    private FileContext Context(RawDocument document, Origin origin, Definitions inForce, Vintage knownAt) =>
        new(document.Sha256, origin, inForce.Catalogue.City?.Code, knownAt, Blank: null, options.OfficeTimeZone)
        {
            Source = document.Source is { } code ? inForce.Sources.Find(code) : inForce.Sources.OfFile(document.Name),
            Series = new KnownSeries(inForce),
        };

    private async Task<byte[]> Bytes(string sha256, CancellationToken cancellation)
    {
        await using var stored = archive.Open(sha256);
        // Read one byte past the limit at most: the parser refuses larger files, and they need not fit in memory for that.
        var bytes = new byte[Math.Min(stored.Length, CsvFile.LargestBytes + 1)];
        await stored.ReadExactlyAsync(bytes, cancellation);
        return bytes;
    }
}
