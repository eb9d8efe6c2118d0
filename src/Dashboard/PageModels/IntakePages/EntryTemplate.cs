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

    /// <summary>In the order of the index.</summary>
    /// <param name="today">In the office's clock.</param>
    internal static byte[] Write(IndexMethodology methodology, string area, DateOnly today) => SpreadsheetCsv.Of(
        methodology.Root.Indicators.Select(i => new[] { i.Code, area, EntryGrid.LastOver(i.Frequency, today).ToString(), "", "", "当期" }).Prepend(Header));
}
