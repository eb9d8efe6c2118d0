using Ingest.Sources.Tables;

namespace Ingest.Sources.Csv;

/// <summary>
/// Reads a text of observations or of deals; which of the two, its header says. Pure and total: any bytes give values
/// or located faults, never an exception. Good rows are kept beside refused ones; a file whose encoding, quotes or header
/// cannot be read is refused whole.
/// </summary>
public static class CsvFile
{
    /// <summary>Larger files are refused: they would not fit beside everything else in memory.</summary>
    public const long LargestBytes = 64 * 1024 * 1024;

    internal static RowFault TooLarge { get; } = new(
        1, "", "", $"文件超过{LargestBytes >> 20} MB。", $"The file is larger than {LargestBytes >> 20} MB.");

    public static FileContent Read(byte[] bytes, FileContext context)
    {
        if (bytes.Length > LargestBytes)
            return FileContent.Refuse(TooLarge);
        var (text, fault) = Decoding.Read(bytes);
        return fault is not null ? FileContent.Refuse(fault) : SheetReader.Read(new Sheet("", CsvLines.Of(text!), []), context).Settled();
    }
}
