using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Indices.Calculation;
using Indices.Time;
using Ingest.Archive;

namespace Dashboard.CommandLine;

/// <summary>Results as CSV: UTF-8, LF, full round-trip doubles. Made for whoever compiles the index: values that the gate holds back are in it.</summary>
internal static class ResultFiles
{
    private static readonly CsvConfiguration Format = new(CultureInfo.InvariantCulture) { NewLine = "\n" };

    /// <summary>Writes <c>index.csv</c>, <c>contributions.csv</c> and, where changes are explained, <c>explanation.csv</c>, each whole or not at all.</summary>
    /// <exception cref="BadInputException">The folder cannot be written.</exception>
    internal static void Write(string folder, IReadOnlyList<ComputedArea> areas, Func<Period, string> spell)
    {
        var results = areas.Select(a => a.Result).ToList();
        var changes = areas.Select(a => a.Change).OfType<ChangeExplanation>().ToList();
        var index = Csv(["index", "area", "period", "node", "value", "status", "coverage", "published"],
            results.SelectMany(r => r.Values, (r, v) => new[]
            {
                r.Code, r.Area, spell(v.Period), v.Node, Number(v.Value), v.Status.ToString(), Number(v.Coverage), v.Published ? "1" : "0",
            }));
        var contributions = Csv(["index", "area", "from", "to", "indicator", "points"],
            results.SelectMany(r => r.Contributions.Where(c => c.From.Plus(1) == c.To), (r, c) => new[]
            {
                r.Code, r.Area, spell(c.From), spell(c.To), c.Indicator, Number(c.Points),
            }));
        try
        {
            DurableFile.Write(Path.Combine(folder, "index.csv"), stream => stream.Write(index));
            DurableFile.Write(Path.Combine(folder, "contributions.csv"), stream => stream.Write(contributions));
            if (changes.Count > 0)
                DurableFile.Write(Path.Combine(folder, "explanation.csv"), stream => stream.Write(Explanations(changes, spell)));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"{folder}: 无法写入。", $"Cannot be written: {failure.Message}");
        }
    }

    private static byte[] Explanations(List<ChangeExplanation> changes, Func<Period, string> spell) =>
        Csv(["index", "area", "from", "to", "before", "after", "group", "indicator", "cause", "points"],
            changes.SelectMany(c => c.Items, (c, item) => new[]
            {
                c.Code, c.Area, spell(c.From), spell(c.To), Number(c.Before), Number(c.After), item.Group, item.Indicator, CauseName(item.Cause), Number(item.Points),
            }));

    private static string CauseName(ChangeCause cause) => cause switch
    {
        ChangeCause.NewData => "new_data",
        ChangeCause.RevisedData => "revised_data",
        ChangeCause.MethodChange => "method_change",
        _ => "coverage",
    };

    private static byte[] Csv(string[] header, IEnumerable<string[]> rows)
    {
        using var bytes = new MemoryStream();
        using (var csv = new CsvWriter(new StreamWriter(bytes), Format))
            foreach (var row in rows.Prepend(header))
            {
                foreach (var cell in row)
                    csv.WriteField(cell);
                csv.NextRecord();
            }
        return bytes.ToArray();
    }

    private static string Number(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? "";
}
