using System.IO.Compression;
using System.Xml;

namespace Ingest.Sources.Tables;

/// <summary>
/// Looks through every part of an XLSX before the library that reads it does: bounds on size, rows, columns and cells, no
/// document types and so no entities; and where the formulas and errors are.
/// </summary>
internal static class XlsxScan
{
    // Nobody looks at what is written here, so all may write at once.
    private static readonly char[] s_skimmed = new char[4096];

    private const int MostEntries = 200;
    private const int MostRows = 1_048_576;
    private const int MostColumns = 16_384;
    private const int MostCharacters = 32_767;

    // Rows times columns, empty ones included: each is looked at.
    internal const long LargestArea = 40_000_000;

    /// <exception cref="UnreadableWorkbookException">The archive is no workbook, or beyond the bounds.</exception>
    /// <exception cref="InvalidDataException">The archive is damaged.</exception>
    /// <exception cref="XmlException">A part is no XML, or has a document type.</exception>
    internal static WorkbookMarks Read(byte[] bytes)
    {
        using var archive = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
        if (archive.Entries.Count > MostEntries)
            throw new UnreadableWorkbookException($"压缩包内超过{MostEntries}个文件。", $"The archive has more than {MostEntries} entries.");
        if (XlsxSheets.Find(archive, "xl/workbook.xml") is null)
            throw new UnreadableWorkbookException("这是压缩文件，不是XLSX工作簿。", "This is an archive, not an XLSX workbook.");
        var guard = new InflationGuard();
        var sheets = XlsxSheets.Of(archive, guard);
        var marks = new WorkbookMarks { CountsFrom1904 = XlsxSheets.CountsFrom1904(archive, guard) };
        foreach (var entry in archive.Entries.Where(IsMarkup))
        {
            using var part = guard.Watch(entry.Open(), entry.CompressedLength);
            using var reader = XmlReader.Create(part, XlsxSheets.Strict);
            if (sheets.TryGetValue(entry.FullName, out var sheet))
                Sheet(reader, sheet, marks);
            else
                while (Step(reader)) { }
        }
        return marks;
    }

    private static bool IsMarkup(ZipArchiveEntry entry) =>
        entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);

    private static void Sheet(XmlReader reader, int sheet, WorkbookMarks marks)
    {
        var (row, column, isError, width, height) = (0, -1, false, 0, 0);
        while (Step(reader))
        {
            if (reader.NodeType is not XmlNodeType.Element)
                continue;
            switch (reader.LocalName)
            {
                case "row":
                    row = int.TryParse(reader.GetAttribute("r"), out var stated) ? stated : row + 1;
                    column = -1;
                    height = Math.Max(height, row);
                    RequireWithin(row, 0, height, width);
                    break;
                case "c":
                    (row, column) = CellAddress.TryParse(reader.GetAttribute("r")) ?? (row, column + 1);
                    isError = reader.GetAttribute("t") == "e";
                    (height, width) = (Math.Max(height, row), reader.IsEmptyElement ? width : Math.Max(width, column + 1));
                    RequireWithin(row, column, height, width);
                    break;
                case "f":
                    marks.AddFormula(sheet, row, column);
                    break;
                case "v" when isError:
                    marks.AddError(sheet, row, column, reader.IsEmptyElement ? "" : Text(reader));
                    break;
            }
        }
    }

    private static void RequireWithin(int row, int column, int height, int width)
    {
        if (row is < 1 or > MostRows || column >= MostColumns || (long)height * width > LargestArea)
            throw TooLarge();
    }

    internal static UnreadableWorkbookException TooLarge() => new(
        $"工作表过大：最多{MostRows}行、{MostColumns}列，且不超过{LargestArea / 10_000}万个单元格。",
        $"A sheet is too large: at most {MostRows} rows, {MostColumns} columns and {LargestArea / 1_000_000} million cells.");

    // Text comes in pieces, so that an endless cell is noticed before it is in memory.
    private static bool Step(XmlReader reader)
    {
        if (!reader.Read())
            return false;
        if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace)
            Skim(reader);
        return true;
    }

    private static void Skim(XmlReader reader)
    {
        for (int total = 0, read; (read = reader.ReadValueChunk(s_skimmed, 0, s_skimmed.Length)) > 0;)
            if ((total += read) > MostCharacters)
                throw new UnreadableWorkbookException($"有单元格超过{MostCharacters}个字符。", $"A cell has more than {MostCharacters} characters.");
    }

    private static string Text(XmlReader reader)
    {
        var buffer = new char[16];
        return reader.Read() && reader.NodeType is XmlNodeType.Text ? new string(buffer, 0, reader.ReadValueChunk(buffer, 0, buffer.Length)) : "";
    }
}
