using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Indices.Releases;

namespace Dashboard.PageModels.SitePages;

/// <summary>What visible releases used of an indicator, as tidy CSV: one row a version. Codes, numbers and instants alone, so no cell can begin a formula.</summary>
public static class IndicatorCsv
{
    public static byte[] Write(string indicator, IEnumerable<ReleasedScore> released)
    {
        using var buffer = new MemoryStream();
        using (var csv = new CsvWriter(new StreamWriter(buffer), new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\r\n" }))
        {
            Row("indicator", "index", "period", "release_version", "value", "score", "status", "origin", "data_vintage", "released_at");
            foreach (var (version, score) in released)
                Row(indicator, version.Index, score.Period.ToString(), version.Number.ToString(CultureInfo.InvariantCulture), Number(score.Value), Number(score.Score),
                    score.Status.ToString(), version.Origin.ToString().ToLowerInvariant(), version.DataVintage.ToString(), UtcText.Of(version.ReleasedAt()));

            void Row(params string[] cells)
            {
                foreach (var cell in cells)
                    csv.WriteField(cell);
                csv.NextRecord();
            }
        }
        return buffer.ToArray();
    }

    private static string Number(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? "";
}
