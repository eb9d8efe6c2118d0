using System.Buffers.Binary;

namespace Ingest.Sources.Tables;

/// <summary>Looks through an XLS before the library that reads it does: whether it is whole, and where formulas and errors are.</summary>
internal static class XlsScan
{
    private const int Formula = 0x0006;
    private const int EndOfStream = 0x000A;
    private const int Date1904 = 0x0022;
    private const int Encrypted = 0x002F;
    private const int SheetEntry = 0x0085;
    private const int BooleanOrError = 0x0205;
    private const int Start = 0x0809;

    /// <exception cref="UnreadableWorkbookException">It is no workbook, is damaged, or needs a password.</exception>
    internal static WorkbookMarks Read(byte[] bytes)
    {
        var file = new CompoundFile(bytes);
        if (file.Find("EncryptedPackage") is not null)
            throw Locked();
        var book = file.Find("Workbook") ?? file.Find("Book")
            ?? throw new UnreadableWorkbookException("这是其他Office文件，不是工作簿。", "This is another Office file, not a workbook.");
        var marks = new WorkbookMarks();
        var sheets = 0;
        foreach (var (kind, data) in Records(book, 0))
            if (kind == Encrypted)
                throw Locked();
            else if (kind == Date1904 && data.Length >= 2)
                marks.CountsFrom1904 = data.Span[0] == 1;
            else if (kind == SheetEntry && data.Length >= 6 && data.Span[5] == 0)
                Sheet(book, BinaryPrimitives.ReadInt32LittleEndian(data.Span), sheets++, marks);
        return marks;
    }

    private static void Sheet(byte[] book, int from, int sheet, WorkbookMarks marks)
    {
        foreach (var (kind, data) in Records(book, from))
        {
            if (kind is not (Formula or 0x0206 or 0x0406 or BooleanOrError) || data.Length < 8)
                continue;
            var cell = data.Span;
            var (row, column) = (BinaryPrimitives.ReadUInt16LittleEndian(cell) + 1, BinaryPrimitives.ReadUInt16LittleEndian(cell[2..]));
            if (kind == BooleanOrError)
            {
                if (cell[7] == 1)
                    marks.AddError(sheet, row, column, ErrorText(cell[6]));
                continue;
            }
            marks.AddFormula(sheet, row, column);
            // A result that is no number says what it is in its first byte.
            if (cell.Length >= 14 && cell[12] == 0xFF && cell[13] == 0xFF && cell[6] == 2)
                marks.AddError(sheet, row, column, ErrorText(cell[8]));
        }
    }

    /// <summary>The records of one stream part from its start to its end; parts within it, such as charts, included.</summary>
    private static IEnumerable<(int Kind, ReadOnlyMemory<byte> Data)> Records(byte[] book, int from)
    {
        if (from < 0)
            yield break;
        for (var (at, depth) = (from, 0); at + 4 <= book.Length;)
        {
            var kind = BinaryPrimitives.ReadUInt16LittleEndian(book.AsSpan(at));
            var length = BinaryPrimitives.ReadUInt16LittleEndian(book.AsSpan(at + 2));
            if (at + 4 + length > book.Length)
                yield break;
            yield return (kind, book.AsMemory(at + 4, length));
            at += 4 + length;
            depth += kind == Start ? 1 : kind == EndOfStream ? -1 : 0;
            if (depth <= 0)
                yield break;
        }
    }

    private static string ErrorText(byte code) => code switch
    {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        _ => "#N/A",
    };

    private static UnreadableWorkbookException Locked() => new("工作簿有密码，请去掉密码再报送。", "The workbook needs a password; send it without one.");
}
