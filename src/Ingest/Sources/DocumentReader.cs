using Indices.Sources;
using Ingest.Sources.Messages;

namespace Ingest.Sources;

/// <summary>Reads the bytes of a document: messages of web services as their source says, everything else as a file.</summary>
internal static class DocumentReader
{
    internal static FileContent Read(byte[] bytes, FileContext context) => context.Source?.Kind switch
    {
        SourceKind.Json => JsonRecords.Read(bytes, context),
        SourceKind.Nbs => NbsQuery.Read(bytes, context),
        SourceKind.SdmxCsv => SdmxCsv.Read(bytes, context),
        SourceKind.SdmxJson => SdmxJson.Read(bytes, context),
        _ => StatisticsFile.Read(bytes, context),
    };
}
