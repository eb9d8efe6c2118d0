using Indices.Methodology;
using Indices.Observations;
using Indices.Provenance;
using Indices.Sources;
using Ingest.Archive;
using Ingest.Sources.Csv;
using Ingest.Validation;

namespace Ingest.Sources;

/// <summary>The one door for files: archive, parse, validate, append. Bringing the same bytes in again changes nothing.</summary>
/// <remarks>A process that dies on the way leaves archived bytes at most; the next try stores the values.</remarks>
public sealed class FileIngestion(
    DocumentArchive archive, IDefinitionReader definitions, IObservationReader reader, IObservationWriter writer, IngestOptions options)
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
            ?? throw new InvalidOperationException("尚未载入方法与目录，不能接收数据。No methodology and catalogue are loaded, so no data can be taken in.");
        var source = document.Source is { } code ? inForce.Sources.Find(code) : inForce.Sources.OfFile(document.Name);
        document = document with { Source = source?.Code };
        var content = await Parse(document, origin, inForce, source, cancellation);
        var parsed = ContentValidation.Check(document, content, inForce, options.OfficeTimeZone);
        return await writer.Append(parsed, cancellation);
    }

    private async Task<FileContent> Parse(
        RawDocument document, Origin origin, Definitions inForce, Source? source, CancellationToken cancellation)
    {
        var context = new FileContext(document.Sha256, origin, CityOf(inForce), document.RetrievedAt, Blank: null, options.OfficeTimeZone)
        {
            Source = source,
            Series = new KnownSeries(inForce),
        };
        // Read one byte past the limit at most: the parser refuses larger files, and they need not fit in memory for that.
        var bytes = new byte[Math.Min(document.Size, CsvFile.LargestBytes + 1)];
        await using var stored = archive.Open(document.Sha256);
        await stored.ReadExactlyAsync(bytes, cancellation);
        return DocumentReader.Read(bytes, context);
    }

    private static string? CityOf(Definitions inForce) => inForce.Catalogue.Areas.FirstOrDefault(a => a.IsCity)?.Code;
}
