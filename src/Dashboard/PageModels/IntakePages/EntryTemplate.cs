using System.Globalization;
using System.Text;
using CsvHelper;
using Indices.Methodology;
using Indices.Observations;
using Indices.Time;

namespace Dashboard.PageModels.IntakePages;

/// <summary>A file of observations to be filled in: a line for each indicator of an index, for the period last over, with an empty value.</summary>
internal static class EntryTemplate
{
    private static readonly string[] Header = ["指标代码", "地区代码", "报告期", "指标值", "状态", "量度"];

    /// <summary>What the lines ask for, in the order of the index.</summary>
    /// <param name="today">In the office's clock.</param>
    internal static IEnumerable<(Indicator Indicator, SeriesId Series, Period Period)> Lines(IndexMethodology methodology, string area, DateOnly today) =>
        methodology.Root.Indicators.Select(i =>
            (i, new SeriesId(i.Code, Measures.Value, area, "", Origin.Official), Period.Containing(today, i.Frequency).Plus(-1)));

    internal static byte[] Write(IndexMethodology methodology, string area, DateOnly today)
    {
        using var bytes = new MemoryStream();
        using (var csv = new CsvWriter(new StreamWriter(bytes, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)), CultureInfo.InvariantCulture))
        {
            Line(csv, Header);
            foreach (var (_, series, period) in Lines(methodology, area, today))
                Line(csv, series.Indicator, series.Area, period.ToString(), "", "", "当期");
        }
        return bytes.ToArray();
    }

    private static void Line(CsvWriter csv, params string[] cells)
    {
        foreach (var cell in cells)
            csv.WriteField(cell);
        csv.NextRecord();
    }
}
