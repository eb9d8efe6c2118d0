using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using Ingest.Sources;
using Xunit;

namespace Ingest.Tests.Samples;

/// <summary>Files made to exhaust the machine are refused before they do. <c>tests/fuzz.sh</c> tells the times.</summary>
public class BombTests(ITestOutputHelper output)
{
    private const string Sheet = "xl/worksheets/sheet1.xml";
    private const string Start = "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>";

    [Fact]
    public void CellOf64Megabytes_IsRefused() => Refuses(Workbook((Sheet, Part(Start + "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>", "aaaaaaaa", 8 << 20))), "32767 characters");

    [Fact]
    public void SheetOfThreeMillionRows_IsRefused() => Refuses(Workbook((Sheet, Part(Start, "<row><c><v>1</v></c></row>", 3_000_000))), "too large");

    [Fact]
    public void ManyParts_AreRefused() =>
        Refuses(Workbook([.. Enumerable.Range(0, 300).Select(i => ($"xl/worksheets/sheet{i}.xml", Part("", "<a/>", 1)))]), "200 entries");

    [Fact]
    public void Entities_AreRefused()
    {
        var entities = string.Concat(Enumerable.Range(1, 9).Select(i => $"<!ENTITY e{i} \"{string.Concat(Enumerable.Repeat($"&e{i - 1};", 10))}\">"));
        Refuses(Workbook((Sheet, Part($"<!DOCTYPE x [<!ENTITY e0 \"ha\">{entities}]>{Start}<row><c t=\"str\"><v>", "&e9;", 1))), "DTD");
    }

    [Fact]
    public void ExternalEntities_AreRefused() =>
        Refuses(Workbook((Sheet, Part($"<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>{Start}<row><c t=\"str\"><v>", "&e;", 1))), "DTD");

    [Fact]
    public void LineOf100Megabytes_IsRefused() => Refuses(Line(100 << 20), "larger than 64 MB");

    [Fact]
    public void LineOf60Megabytes_IsRefused() => Refuses(Line(60 << 20), "1048576 characters", megabytes: 200);

    private void Refuses(byte[] bytes, string reason, int megabytes = 16)
    {
        var (allocated, started) = (GC.GetAllocatedBytesForCurrentThread(), Stopwatch.GetTimestamp());

        var content = StatisticsFile.Read(bytes, SamplesTests.Context);

        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{reason}: refused after {Stopwatch.GetElapsedTime(started).TotalMilliseconds:0} ms, {(GC.GetAllocatedBytesForCurrentThread() - allocated) >> 20} MB allocated"));
        Assert.Contains(reason, Assert.Single(content.Faults).English, StringComparison.Ordinal);
        Assert.Empty(content.Observations);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - allocated, 0, (long)megabytes << 20);
    }

    private static byte[] Line(int length)
    {
        var bytes = new byte[length];
        Array.Fill(bytes, (byte)'1');
        "indicator,area,period,value\nI,990100,2024-Q1,"u8.CopyTo(bytes);
        return bytes;
    }

    private static Action<Stream> Part(string start, string repeated, int times) => stream =>
    {
        stream.Write(Encoding.UTF8.GetBytes(start));
        var piece = Encoding.UTF8.GetBytes(repeated);
        for (var i = 0; i < times; i++)
            stream.Write(piece);
    };

    private static byte[] Workbook(params (string Name, Action<Stream> Write)[] parts)
    {
        var relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        var whole = new MemoryStream();
        using (var archive = new ZipArchive(whole, ZipArchiveMode.Create, leaveOpen: true))
        {
            Put("xl/workbook.xml", Part($"<workbook xmlns:r=\"{relation}\"><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>", "", 0));
            Put("xl/_rels/workbook.xml.rels", Part($"<Relationships><Relationship Id=\"r1\" Type=\"{relation}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>", "", 0));
            foreach (var (name, write) in parts)
                Put(name, write);

            void Put(string name, Action<Stream> write)
            {
                using var entry = archive.CreateEntry(name, CompressionLevel.Fastest).Open();
                write(entry);
            }
        }
        return whole.ToArray();
    }
}
