using Indices.Time;

namespace Indices.Provenance;

/// <summary>The bytes as received, before anything read them.</summary>
/// <param name="Sha256">Lower-case hexadecimal hash of the bytes; the document's identity.</param>
/// <param name="Name">File name or last part of the address.</param>
/// <param name="Address">Where it came from: a URL, or <c>inbox:</c>, <c>seed:</c>, <c>upload:</c> and a name.</param>
/// <param name="ReceivedBy">Account or job.</param>
public sealed record RawDocument(
    string Sha256,
    string Name,
    string Address,
    string ContentType,
    long Size,
    Vintage RetrievedAt,
    string ReceivedBy)
{
    /// <summary>Code of the source that it came from; null when none is known.</summary>
    public string? Source { get; init; }
}
