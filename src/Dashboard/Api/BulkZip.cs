using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using CsvHelper;
using Dashboard.Sdmx.Data;
using Dashboard.Sdmx.Structures;

namespace Dashboard.Api;

/// <summary>A tidy table and its codebook. The same rows give the same bytes.</summary>
internal static class BulkZip
{
    private const string ReadMe = """
        observations.csv 每行一个数值：发布时新增或改动的值，最早的发布在前；同一时期同一指标的最后一行为现行值。
        One row a value that a release added or changed, oldest release first; the last row of a node and period is in force.
        codebook.csv     各列与代码的含义。Meaning of every column and code.
        """;

    // ZIP knows no time before 1980; the table says when each value was released.
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    internal static byte[] Write(DataStructure structure, ImmutableArray<DataRow> rows)
    {
        using var buffer = new MemoryStream();
        using (var zip = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            Entry(zip, "README.txt", ReadMe);
            Entry(zip, "observations.csv", Csv([structure.Components.Select(c => c.Id), .. rows.Select(r => Cells(structure, r))]));
            Entry(zip, "codebook.csv", Csv([["column", "name_zh", "name_en", "type", "code", "code_zh", "code_en"], .. Codebook(structure)]));
        }
        return buffer.ToArray();
    }

    private static IEnumerable<string?> Cells(DataStructure structure, DataRow row) =>
        structure.Components.Zip(row.Cells, (component, cell) => component.IsNumber ? cell : SeriesCsv.Text(cell));

    private static IEnumerable<IEnumerable<string?>> Codebook(DataStructure structure) => structure.Components.SelectMany(component =>
    {
        var name = structure.NameOf(component);
        string?[] column = [component.Id, name.Chinese, name.English, component.Codes is null ? component.Type : "code"];
        return component.Codes is { } codes
            ? codes.Items.Select(code => column.Concat([code.Id, SeriesCsv.Text(code.Name.Chinese), SeriesCsv.Text(code.Name.English)]))
            : [column.Concat([null, null, null])];
    });

    private static string Csv(IEnumerable<IEnumerable<string?>> rows)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var csv = new CsvWriter(text, SeriesCsv.Rfc4180))
            foreach (var row in rows)
                SeriesCsv.WriteRow(csv, row);
        return text.ToString();
    }

    private static void Entry(ZipArchive zip, string name, string text)
    {
        var entry = zip.CreateEntry(name);
        entry.LastWriteTime = NoTime;
        using var stream = entry.Open();
        stream.Write(Encoding.UTF8.GetBytes(text));
    }
}
