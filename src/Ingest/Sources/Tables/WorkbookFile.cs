using System.Text;
using System.Xml;
using ExcelDataReader;
using Ingest.Sources.Csv;

namespace Ingest.Sources.Tables;

/// <summary>Opens XLSX and XLS files as sheets. Total: any bytes give sheets or the fault that refuses the file.</summary>
internal static class WorkbookFile
{
    // XLS files of Chinese offices that name no code page are in this one.
    private static readonly Encoding ChineseDefault = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    static WorkbookFile() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    internal static bool Begins(ReadOnlySpan<byte> bytes) => IsArchive(bytes) || CompoundFile.Begins(bytes);

    internal static (IReadOnlyList<Sheet> Sheets, RowFault? Fault) Read(byte[] bytes, bool takesFormulas)
    {
        try
        {
            var marks = IsArchive(bytes) ? XlsxScan.Read(bytes) : XlsScan.Read(bytes);
            return (Sheets(bytes, marks, takesFormulas), null);
        }
        catch (UnreadableWorkbookException refused)
        {
            return ([], refused.Fault);
        }
        catch (XmlException)
        {
            return ([], new UnreadableWorkbookException(
                "工作簿内的XML不能读取：已损坏，或含有不允许的文档类型定义(DTD)。", "XML in the workbook cannot be read: it is damaged, or has a document type (DTD), which is not allowed.").Fault);
        }
        catch (Exception damage) when (damage is not OutOfMemoryException)
        {
            // The library throws whatever a damaged file makes of its indices and sizes.
            return ([], new UnreadableWorkbookException("工作簿不能读取，可能已损坏。", "The workbook cannot be read; it may be damaged.").Fault);
        }
    }

    private static bool IsArchive(ReadOnlySpan<byte> bytes) => bytes.StartsWith("PK\u0003\u0004"u8);

    private static List<Sheet> Sheets(byte[] bytes, WorkbookMarks marks, bool takesFormulas)
    {
        using var reader = ExcelReaderFactory.CreateReader(new MemoryStream(bytes, writable: false), new ExcelReaderConfiguration { FallbackEncoding = ChineseDefault });
        var sheets = new List<Sheet>();
        var place = 0;
        do
        {
            // A damaged workbook may leave it out.
            var name = string.IsNullOrEmpty(reader.Name) ? FormattableString.Invariant($"Sheet{place + 1}") : reader.Name;
            sheets.Add(reader.VisibleState is null or "visible"
                ? new SheetBuilder(reader, name, marks, place, takesFormulas).Build()
                : new Sheet(name, [], [new(1, name, "", "隐藏的工作表，未读取。", "A hidden sheet, not read.")]));
            place++;
        }
        while (reader.NextResult());
        return sheets;
    }
}
