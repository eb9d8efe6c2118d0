using Dashboard.Api;
using Dashboard.PageModels;
using Indices.Calculation.Targets;
using Indices.Methodology;
using Indices.Time;
using Ingest.Sources;
using Ingest.Validation;

namespace Dashboard.CommandLine;

/// <summary>Assesses the targets of a file, area by area.</summary>
internal sealed class TargetsRun
{
    private readonly Vintage _asOf;
    private readonly TargetSet _set;
    private readonly string _path;
    private readonly FileContent _content;
    private readonly HashSet<string> _codes;
    private readonly IReadOnlyList<string> _areas;

    /// <param name="area">Null: every area that has a figure of a target.</param>
    /// <exception cref="BadInputException">The observations cannot be used.</exception>
    /// <exception cref="MethodologyFileException">The file of the targets is refused.</exception>
    internal TargetsRun(string targets, string observations, Vintage asOf, string? area)
    {
        (_asOf, _path) = (asOf, observations);
        _set = TargetFile.Parse(targets, InputFile.Text(targets), policyText: null, catalogue: null);
        _content = InputFile.Statistics(observations, "");
        if (_content.Deals.Count > 0)
            throw new BadInputException($"{observations}: 不是观测文件。", "Not a file of observations.");
        InputFile.Refuse(observations, ContentValidation.Objections(_content, _set));
        _codes = [.. _set.Targets.SelectMany(t => t.SeriesCodes)];
        _areas = [.. _content.Observations.Where(o => _codes.Contains(o.Series.Indicator)).Select(o => o.Series.Area)
            .Where(found => area is null || found == area).Distinct().Order(StringComparer.Ordinal)];
        if (_areas.Count == 0)
            throw new BadInputException(
                $"{observations}: 没有目标可用的数据{(area is null ? "" : $"（地区{area}）")}；代码须为目标或其关联指标的代码。",
                $"Nothing that a target can use{(area is null ? "" : $" in area {area}")}; codes must be those of targets or of their related indicators.");
    }

    /// <summary>Things worth saying that stop nothing.</summary>
    internal IEnumerable<string> Remarks
    {
        get
        {
            foreach (var column in _content.IgnoredColumns)
                yield return InputFile.Line(_path, 1, column, "", "不认识的列，未读取。", "Unknown column, not read.");
            foreach (var row in _content.Observations.Where(o => !_codes.Contains(o.Series.Indicator)).DistinctBy(o => o.Series.Indicator))
                yield return InputFile.Line(_path, row.Row, "indicator", row.Series.Indicator, "没有目标用这个代码，未使用。", "No target uses this code; not used.");
        }
    }

    /// <summary>Writes one table, by area in ordinal order and then in the order of the document.</summary>
    /// <exception cref="BadInputException">The file cannot be written.</exception>
    internal void Write(string path)
    {
        var table = CsvText.Of(["area", .. TargetCsv.Header],
            _areas.SelectMany(area => Entries(area).SelectMany(TargetCsv.Rows), (area, row) => (string[])[area, .. row]));
        var full = Path.GetFullPath(path);
        CsvText.Write(Path.GetDirectoryName(full) ?? full, (Path.GetFileName(full), table));
    }

    private IEnumerable<TargetEntry> Entries(string area) => TargetEvaluation
        .EvaluateAll(_set, Snapshots.History(_content, _asOf), area, OfficeClock.DayOf(_asOf.Instant))
        .Select(result => TargetEntry.Of(_set, new TargetStanding(result, OtherScopes: [], result.Target.Unit)));
}
