using Ingest.Sources.Csv;

namespace Ingest.Sources.Messages;

/// <summary>Reads SDMX-CSV 1.0 (<c>DATAFLOW</c> first) and 2.0 (<c>STRUCTURE</c>, <c>STRUCTURE_ID</c>, <c>ACTION</c>), with ids or with ids and labels. Pure and total.</summary>
public static class SdmxCsv
{
    private const string Value = "OBS_VALUE";
    private const string Action = "ACTION";

    public static FileContent Read(byte[] bytes, FileContext context)
    {
        var (text, fault) = Decoding.Read(bytes);
        if (text is null)
            return FileContent.Refuse(fault!);
        using var lines = CsvLines.Of(text).Where(l => !l.IsBlank).GetEnumerator();
        if (!lines.MoveNext())
            return FileContent.Refuse(new RowFault(1, "", "", "文件是空的。", "The file is empty."));
        var header = lines.Current.Cells.Select(Id).ToArray();
        return Objection(header, lines.Current) is { } objection ? FileContent.Refuse(objection) : Rows(header, lines, context);
    }

    private static FileContent Rows(string[] header, IEnumerator<CsvLine> lines, FileContext context)
    {
        var rows = new MessageRows(context);
        while (lines.MoveNext())
        {
            var line = lines.Current;
            if (line.IsBroken || line.Cells.Length != header.Length)
                return FileContent.Refuse(new RowFault(line.Number, "", line.Raw, $"有{line.Cells.Length}格，表头有{header.Length}格；报文不完整或已损坏。", $"{line.Cells.Length} cells where the header has {header.Length}; the message is incomplete or damaged."));
            var parts = header.Zip(line.Cells, (id, cell) => (id, Code: Id(cell))).ToDictionary(p => p.id, p => p.Code);
            if (parts.GetValueOrDefault(Action) is "D")
                rows.Refuse(new RowFault(line.Number, Action, "D", "来源要求删除；已知的数值不删除，只修订。", "The source asks for a deletion; known values are revised, never deleted."));
            else
                new SdmxObservation(line.Number, parts, parts[Value]).AddTo(rows, context.Source!);
        }
        return rows.Content();
    }

    private static RowFault? Objection(string[] header, CsvLine line)
    {
        if (header[0] is not ("DATAFLOW" or "STRUCTURE"))
            return new(line.Number, header[0], line.Raw, "第一列不是DATAFLOW或STRUCTURE，这不是SDMX-CSV。", "The first column is neither DATAFLOW nor STRUCTURE: not SDMX-CSV.");
        if (header.GroupBy(h => h).FirstOrDefault(g => g.Count() > 1)?.Key is { } twice)
            return new(line.Number, twice, line.Raw, "同名的列出现两次。", "A column is there twice.");
        return new[] { "TIME_PERIOD", Value }.FirstOrDefault(c => !header.Contains(c)) is { } missing
            ? new(line.Number, missing, line.Raw, "缺少这一列。", "This column is missing.") : null;
    }

    /// <summary>"FREQ: Frequency" is FREQ where labels are given as well.</summary>
    private static string Id(string cell)
    {
        var end = cell.IndexOf(": ", StringComparison.Ordinal);
        return (end < 0 ? cell : cell[..end]).Trim();
    }
}
