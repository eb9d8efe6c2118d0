using Indices.Calculation;
using Indices.Calculation.Districts;
using Indices.Time;

namespace Dashboard.CommandLine;

/// <summary>Results of an index as files. Made for whoever compiles the index: values that the gate holds back are in it.</summary>
internal static class ResultFiles
{
    /// <summary>Writes <c>index.csv</c>, <c>contributions.csv</c>, where changes are explained <c>explanation.csv</c>, where the methodology asks for draws <c>uncertainty.csv</c> and <c>sensitivity.csv</c>, each whole or not at all; of a price index what else it has.</summary>
    /// <exception cref="BadInputException">The folder cannot be written.</exception>
    internal static void Write(string folder, IReadOnlyList<ComputedArea> areas, Func<Period, string> spell)
    {
        var results = areas.Select(a => a.Result).ToList();
        var changes = areas.Select(a => a.Change).OfType<ChangeExplanation>().ToList();
        var index = CsvText.Of(["index", "area", "period", "node", "value", "status", "coverage", "published"],
            results.SelectMany(r => r.Values, (r, v) => new[]
            {
                r.Code, r.Area, spell(v.Period), v.Node, CsvText.Number(v.Value), v.Status.ToString(), CsvText.Number(v.Coverage), CsvText.Flag(v.Published),
            }));
        var contributions = CsvText.Of(["index", "area", "from", "to", "indicator", "points"],
            results.SelectMany(r => r.Contributions.Where(c => c.From.Plus(1) == c.To), (r, c) => new[]
            {
                r.Code, r.Area, spell(c.From), spell(c.To), c.Indicator, CsvText.Number(c.Points),
            }));
        CsvText.Write(folder, ("index.csv", index), ("contributions.csv", contributions));
        if (changes.Count > 0)
            CsvText.Write(folder, ("explanation.csv", Explanations(changes, spell)));
        UncertaintyFiles.Write(folder, areas, spell);
        PriceResultFiles.Write(folder, results, spell);
    }

    /// <summary>The same of every area of a district edition, and <c>areas.csv</c>. Ranks are in it even where they are not published.</summary>
    /// <exception cref="BadInputException">The folder cannot be written.</exception>
    internal static void Write(string folder, DistrictResult districts, Func<Period, string> spell)
    {
        Write(folder, [.. districts.Areas.Select(result => new ComputedArea(result, null, null))], spell);
        CsvText.Write(folder, ("areas.csv", CsvText.Of(
            ["index", "area", "period", "score", "value", "coverage", "status", "published", "rank", "ties", "rank_published"],
            districts.Standings.Select(s => new[]
            {
                districts.Code, s.Area, spell(s.Period), CsvText.Number(s.Score), CsvText.Number(s.Index), CsvText.Number(s.Coverage), s.Status.ToString(),
                CsvText.Flag(s.Published), CsvText.Number(s.Rank), CsvText.Number(s.Ties), CsvText.Flag(districts.AreRanksPublished),
            }))));
    }

    private static byte[] Explanations(List<ChangeExplanation> changes, Func<Period, string> spell) =>
        CsvText.Of(["index", "area", "from", "to", "before", "after", "group", "indicator", "cause", "points"],
            changes.SelectMany(c => c.Items, (c, item) => new[]
            {
                c.Code, c.Area, spell(c.From), spell(c.To), CsvText.Number(c.Before), CsvText.Number(c.After), item.Group, item.Indicator, CauseName(item.Cause), CsvText.Number(item.Points),
            }));

    private static string CauseName(ChangeCause cause) => cause switch
    {
        ChangeCause.NewData => "new_data",
        ChangeCause.RevisedData => "revised_data",
        ChangeCause.MethodChange => "method_change",
        _ => "coverage",
    };
}
