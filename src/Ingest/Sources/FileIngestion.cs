using Indices.Intake;
using Indices.Methodology;
using Indices.Observations;
using Indices.Provenance;
using Ingest.Archive;
using Ingest.Intake;

namespace Ingest.Sources;

/// <summary>The one door for files: archive, parse, validate, append. Bringing the same bytes in again changes nothing.</summary>
/// <remarks>A process that dies on the way leaves archived bytes at most; the next try stores the values.</remarks>
public sealed class FileIngestion(
    DocumentArchive archive, IDefinitionReader definitions, IObservationReader reader, IObservationWriter writer, IIntakeWriter waiting, DocumentReading reading)
{
    private const string ContentType = "text/csv";

    /// <summary>Brings in a file on disk. A file already known is not copied again.</summary>
    /// <param name="address">Where it came from: <c>inbox:</c>, <c>seed:</c> or <c>file:</c> and a name.</param>
    /// <param name="by">Account or job.</param>
    /// <param name="origin">Origin of rows that name none.</param>
    /// <exception cref="InvalidOperationException">No definitions have been loaded yet.</exception>
    public async Task<AppendOutcome> Ingest(
        string path, string address, string by, Origin origin = Origin.Official, CancellationToken cancellation = default)
    {
        await using var content = File.OpenRead(path);
        if (await reader.IsKnown(await DocumentArchive.Hash(content, cancellation), cancellation))
            return new AppendOutcome(true, 0, 0, 0, 0, 0);
        content.Position = 0;
        return await Ingest(content, Path.GetFileName(path), address, by, origin, cancellation);
    }

    /// <summary>Brings in bytes as they arrive, such as an upload.</summary>
    /// <param name="name">File name, shown to staff.</param>
    /// <exception cref="InvalidOperationException">No definitions have been loaded yet.</exception>
    public async Task<AppendOutcome> Ingest(
        Stream content, string name, string address, string by, Origin origin = Origin.Official, CancellationToken cancellation = default)
    {
        var document = await archive.Store(content, name, address, ContentType, by, cancellation);
        return await Ingest(document, origin, cancellation);
    }

    /// <summary>Brings in a document that the archive holds already. Its source is the one it names, otherwise the one whose inbox pattern its name fits.</summary>
    /// <exception cref="InvalidOperationException">No definitions have been loaded yet.</exception>
    public async Task<AppendOutcome> Ingest(RawDocument document, Origin origin = Origin.Official, CancellationToken cancellation = default)
    {
        if (await reader.IsKnown(document.Sha256, cancellation))
            return new AppendOutcome(true, 0, 0, 0, 0, 0);
        var inForce = await definitions.Current(cancellation)
            ?? throw new NoDefinitionsException();
        try
        {
            // One part is checked while the one before is stored.
            return await writer.Append(ReadAhead.Of(Parts(document, origin, inForce, cancellation), together: 1, waiting: 1), cancellation);
        }
        catch (KeptOutException kept)
        {
            await waiting.Hold(kept.Document, "", cancellation);
            return new AppendOutcome(false, 0, 0, 0, 0, kept.Findings);
        }
    }

    /// <summary>What goes in by itself. Where a part does not, the end is an error for whoever stores them, so that nothing of the document stays.</summary>
    private IEnumerable<ParsedDocument> Parts(RawDocument document, Origin origin, Definitions inForce, CancellationToken cancellation)
    {
        var findings = 0;
        foreach (var part in reading.ReadParts(document, origin, inForce, document.RetrievedAt, cancellation).ToBlockingEnumerable(cancellation))
        {
            document = part.Document;
            if (part.IsKeptOut)
                findings += part.Findings.Count(f => f.Kind != FindingKind.Notice);
            if (findings == 0)
                yield return part.WithoutHeld;
        }
        if (findings > 0)
            throw new KeptOutException(document, findings);
    }

    /// <summary>Its source wants all of the document, and a part of it does not go in.</summary>
    private sealed class KeptOutException(RawDocument document, int findings) : Exception
    {
        internal RawDocument Document { get; } = document;

        internal int Findings { get; } = findings;
    }
}
