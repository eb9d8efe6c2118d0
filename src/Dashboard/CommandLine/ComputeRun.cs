using System.Collections.Immutable;
using Indices.Calculation;
using Indices.Calculation.Uncertainty;
using Indices.Methodology;
using Indices.Observations;
using Indices.Time;
using Ingest.Sources;
using Ingest.Validation;

namespace Dashboard.CommandLine;

/// <summary>Computes an index from files alone, area by area.</summary>
internal sealed class ComputeRun
{
    private readonly ComputeRequest _request;
    private readonly Lazy<Snapshot> _snapshot;
    private readonly string _path;
    private readonly FileContent _content;

    /// <exception cref="BadInputException">Any file cannot be used.</exception>
    /// <exception cref="MethodologyFileException">A methodology or catalogue file is refused.</exception>
    internal ComputeRun(ComputeRequest request)
    {
        _request = request;
        Catalogue = MethodologyFiles.CatalogueOf(request.Catalogue);
        Versions = MethodologyFiles.Read(request.Methodologies, request.Catalogue is null ? null : Catalogue);
        _path = Index.IsPrice
            ? request.Deals ?? throw new BadInputException("价格指数须用--deals给出成交文件。", "A price index needs its deals: --deals FILE.csv.")
            : request.Observations ?? throw new BadInputException("合成指数须用--observations给出观测文件。", "A composite index needs observations: --observations FILE.csv.");
        _content = InputFile.Statistics(_path, request.Area ?? Index.Areas.FirstOrDefault(""));
        _snapshot = new(() => Snapshots.Of(_content, request.AsOf));
        if (Index.IsPrice ? _content.Deals.Count == 0 : _content.Observations.Count == 0)
            throw new BadInputException($"{_path}: 文件种类与指数不符。", "The file is not of the kind that the index needs.");
        InputFile.Refuse(_path, ContentValidation.Objections(_content, Versions));
    }

    /// <summary>Oldest first; each replaces the one before.</summary>
    internal ImmutableArray<IndexMethodology> Versions { get; }

    /// <summary>Empty when none was given.</summary>
    internal Catalogue Catalogue { get; }

    /// <summary>What the file holds, as known at the instant asked for.</summary>
    internal Snapshot Snapshot => _snapshot.Value;

    internal IndexMethodology Index => Versions[0];

    /// <summary>The version that replaces all others.</summary>
    internal IndexMethodology Newest => Versions[^1];

    /// <summary>Things worth saying that stop nothing.</summary>
    internal IEnumerable<string> Remarks
    {
        get
        {
            foreach (var column in _content.IgnoredColumns)
                yield return InputFile.Line(_path, 1, column, "", "不认识的列，未读取。", "Unknown column, not read.");
            if (_request.Catalogue is null && Versions.Any(UsesDenominators))
                yield return "方法引用了分母；未给--catalogue，年度分母不作内插。The methodology uses denominators; without --catalogue annual ones are not interpolated.";
        }
    }

    /// <summary>By area in ordinal order.</summary>
    internal IReadOnlyList<ComputedArea> Results()
    {
        var areas = _request.Area is { } asked ? [asked] : AreasFound;
        var last = _request.Last ?? Snapshots.LastPeriod(_content, Versions);
        if (last?.Frequency != Index.Frequency || areas.Count == 0)
            throw new BadInputException(
                $"{_path}: 没有指数{Index.Code}可用的数据，或--last的频率不是{Index.Frequency.Code()}。",
                $"Nothing that index {Index.Code} can use, or --last is not of frequency {Index.Frequency.Code()}.");
        return [.. areas.Select(area => Compute(new(Versions, Catalogue, Snapshot, area, last.Value, FrozenParameters.None)))];
    }

    private ComputedArea Compute(IndexInputs inputs)
    {
        var result = IndexCalculator.Calculate(inputs);
        var change = _request.PreviousAsOf is { } asOf ? Change(inputs, asOf) : null;
        var computed = new ComputedArea(result, change, UncertaintyAnalysis.Run(inputs, result));
        return _request.Rebase is { } reference ? Rebased(computed, reference) : computed;
    }

    private ChangeExplanation? Change(IndexInputs inputs, Vintage previousAsOf)
    {
        if (Index.IsPrice)
            throw new BadInputException("--previous-as-of: 价格指数的变动按单元列在contributions.csv。", "The change of a price index is listed by cell in contributions.csv.");
        var before = inputs.Last.Plus(-1);
        return IndexCalculator.Explain(inputs with { Snapshot = Snapshots.Of(_content, previousAsOf), Last = before }, before, inputs, inputs.Last);
    }

    private ComputedArea Rebased(ComputedArea computed, Period reference)
    {
        var result = computed.Result;
        if (Index.IsPrice || Rebasing.Factor(result, reference) is not { } factor)
            throw new BadInputException(
                $"--rebase {reference}: 指数{Index.Code}（{result.Area}）为价格指数，或在该期的数值不完整。",
                $"{Index.Code} ({result.Area}) is a price index, or has no complete value there.");
        return new(result.Times(factor), computed.Change?.Times(factor), computed.Uncertainty?.Times(factor));
    }

    /// <summary>Areas whose change was asked for and has no explanation.</summary>
    internal IEnumerable<string> Unexplained(IEnumerable<ComputedArea> areas) => areas
        .Where(area => _request.PreviousAsOf is not null && area.Change is null)
        .Select(area => $"{Index.Code} {area.Result.Area}: 前后两期有一期没有数值，变动未予说明。One of the two periods has no value; its change is not explained.");

    /// <summary>Spells a period as the file does.</summary>
    internal string Spell(Period period) => _content.PeriodSpelling.TryGetValue(period, out var text) ? text : period.ToString();

    /// <summary>Areas that the file has data of the index for, in ordinal order.</summary>
    internal IReadOnlyList<string> AreasFound
    {
        get
        {
            var indicators = Versions.SelectMany(v => v.Root.Indicators).Select(i => i.Code).ToHashSet();
            var found = Index.IsPrice
                ? Snapshot.Deals.Select(d => d.Area)
                : _content.Observations.Where(o => indicators.Contains(o.Series.Indicator)).Select(o => o.Series.Area);
            return [.. found.Distinct().Order(StringComparer.Ordinal)];
        }
    }

    private static bool UsesDenominators(IndexMethodology version) =>
        version.Root.Indicators.Any(i => i.Transforms.Any(t => t.Denominator is not null));
}

/// <param name="Change">From what was published of the period before; null when not asked for.</param>
/// <param name="Uncertainty">Of the newest published value; null where the methodology has no rule for it.</param>
internal sealed record ComputedArea(IndexResult Result, ChangeExplanation? Change, UncertaintyResult? Uncertainty);
