using System.Collections.Immutable;
using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Dashboard.Api;

/// <summary>The targets as a tidy table in the order of the document: one row for each target and, with its name in <c>part</c>, one for each member of a nested count and each year of a growth target.</summary>
public static class TargetCsv
{
    // Part and met are filled in the rows of parts alone.
    private static readonly ImmutableArray<(string Name, Func<TargetEntry, string?> Cell)> Columns =
    [
        ("code", t => t.Code), ("part", _ => null), ("name_zh", t => SeriesCsv.Text(t.NameZh)), ("name_en", t => SeriesCsv.Text(t.NameEn)),
        ("unit", t => t.Unit), ("kind", t => t.Kind), ("comparison", t => t.Comparison),
        ("target", t => Number(t.Target)), ("goal", t => Number(t.Goal)), ("tolerance", t => Number(t.Tolerance)), ("deadline", t => t.Deadline),
        ("rating", t => t.Rating), ("value", t => Number(t.Value)), ("period", t => t.Period), ("status", t => t.Status),
        ("baseline", t => Number(t.Baseline)), ("path_value", t => Number(t.PathValue)), ("path_ratio", t => Number(t.PathRatio)),
        ("progress_percent", t => Number(t.ProgressPercent)), ("attainment_percent", t => Number(t.AttainmentPercent)),
        ("required_annual_growth_percent", t => Number(t.RequiredAnnualGrowthPercent)), ("required_per_year", t => Number(t.RequiredPerYear)),
        ("compound_growth_percent", t => Number(t.CompoundGrowthPercent)), ("years_met", t => Count(t.YearsMet)), ("met", _ => null),
        ("forecast_day", t => t.Forecast?.Day), ("forecast", t => Number(t.Forecast?.Value)),
        ("forecast_low", t => Number(t.Forecast?.Low)), ("forecast_high", t => Number(t.Forecast?.High)),
        ("interval_level", t => Number(t.Forecast?.IntervalLevel)), ("probability", t => Number(t.Forecast?.Probability)),
        ("probability_each_year", t => Number(t.Forecast?.ProbabilityEachYear)),
        ("events", t => Number(t.Forecast?.Events)), ("event_years", t => Number(t.Forecast?.EventYears)),
        ("in_year_period", t => t.InYear?.Period), ("year_to_date", t => Number(t.InYear?.YearToDate)),
        ("year_share", t => Number(t.InYear?.Share)), ("share_years", t => Count(t.InYear?.ShareYears)),
        ("projected", t => Number(t.InYear?.Projected)), ("in_year_path_value", t => Number(t.InYear?.PathValue)), ("in_year_path_ratio", t => Number(t.InYear?.PathRatio)),
        ("cumulated_since", t => t.Cumulated?.Since), ("cumulated_period", t => t.Cumulated?.Period), ("cumulated_value", t => Number(t.Cumulated?.Value)),
        ("cumulated_attainment_percent", t => Number(t.Cumulated?.AttainmentPercent)), ("cumulated_met", t => Flag(t.Cumulated?.IsMet)),
        ("verdict", t => t.Verdict),
        ("first_published_verdict", t => t.Verdicts?.FirstPublished.Verdict), ("first_published_value", t => Number(t.Verdicts?.FirstPublished.Value)),
        ("first_published_at", t => t.Verdicts?.FirstPublished.KnownAt), ("first_published_provisional", t => Flag(t.Verdicts?.FirstPublished.IsProvisional)),
        ("latest_revised_verdict", t => t.Verdicts?.LatestRevised.Verdict), ("latest_revised_value", t => Number(t.Verdicts?.LatestRevised.Value)),
        ("latest_revised_at", t => t.Verdicts?.LatestRevised.KnownAt), ("latest_revised_provisional", t => Flag(t.Verdicts?.LatestRevised.IsProvisional)),
        ("verdict_difference_zh", t => SeriesCsv.Text(t.Verdicts?.DifferenceZh)), ("verdict_difference_en", t => SeriesCsv.Text(t.Verdicts?.DifferenceEn)),
        ("origin", t => t.Origin), ("document", t => SeriesCsv.Text(t.Document)), ("sentence", t => SeriesCsv.Text(t.Sentence)),
        ("notes", t => SeriesCsv.Text(string.Join("；", t.Notes))), ("notes_en", t => SeriesCsv.Text(string.Join("; ", t.NotesEn))),
    ];

    // RFC 4180, whatever the server runs on.
    private static readonly CsvConfiguration Rfc4180 = new(CultureInfo.InvariantCulture) { NewLine = "\r\n" };

    internal static string[] Header { get; } = [.. Columns.Select(c => c.Name)];

    public static string Write(IEnumerable<TargetEntry> targets)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var csv = new CsvWriter(text, Rfc4180))
            foreach (var row in targets.SelectMany(Rows).Prepend(Header))
                SeriesCsv.WriteRow(csv, row);
        return text.ToString();
    }

    /// <summary>The target's own row, then its parts'.</summary>
    internal static IEnumerable<string[]> Rows(TargetEntry target)
    {
        yield return [.. Columns.Select(column => column.Cell(target) ?? "")];
        foreach (var member in target.Members)
            yield return Part(target, SeriesCsv.Text(member.Name), ("value", Number(member.Size)), ("period", member.Period), ("target", Number(member.Threshold)),
                ("goal", Number(member.Threshold)), ("met", Flag(member.IsMet)), ("probability", Number(member.Probability)));
        foreach (var year in target.Years)
            yield return Part(target, Count(year.Year), ("value", Number(year.Value)), ("period", Count(year.Year)), ("unit", target.Unit), ("target", Number(target.Target)),
                ("goal", Number(target.Goal)), ("met", Flag(year.IsMet)));
    }

    private static string[] Part(TargetEntry target, string? name, params (string Column, string? Cell)[] figures)
    {
        var known = figures.Append(("code", target.Code)).Append(("part", name)).ToDictionary(f => f.Item1, f => f.Item2);
        return [.. Header.Select(column => known.GetValueOrDefault(column) ?? "")];
    }

    private static string? Number(double? value) => value?.ToString("R", CultureInfo.InvariantCulture);

    private static string? Count(int? value) => value?.ToString(CultureInfo.InvariantCulture);

    private static string? Flag(bool? value) => value switch { true => "1", false => "0", _ => null };
}
