using System.Collections.Frozen;
using Indices.Methodology;
using Indices.Time;

namespace Ingest.Validation;

/// <summary>What may have values: the indicators of every methodology version, denominators, and targets with a series of their own.</summary>
internal sealed class KnownSeries
{
    private readonly FrozenDictionary<string, Known> _byCode;
    private readonly FrozenSet<string> _areas;

    internal KnownSeries(Definitions definitions)
        : this(OfIndices(definitions.Indices).Concat(OfCatalogue(definitions.Catalogue)).Concat(OfTargets(definitions.Targets)), definitions.Catalogue.Areas)
    {
    }

    /// <summary>The indicators of some methodology versions alone.</summary>
    internal KnownSeries(IEnumerable<IndexMethodology> versions)
        : this(OfIndices(versions), [])
    {
    }

    /// <summary>The targets of a file that knows no index: every code that their figures may have, at any frequency, since years may stand for the time before months were counted.</summary>
    internal KnownSeries(TargetSet targets)
        : this(from t in targets.Targets from code in t.SeriesCodes from frequency in Enum.GetValues<Frequency>() select new Measured(code, frequency, t.Unit), [])
    {
    }

    private KnownSeries(IEnumerable<Measured> measured, IEnumerable<Area> areas)
    {
        _byCode = measured
            .GroupBy(s => s.Code)
            .ToFrozenDictionary(g => g.Key, g => new Known([.. g.Select(s => s.Frequency).Distinct()], [.. g.Select(s => s.Unit).Distinct()]));
        _areas = areas.Select(a => a.Code).ToFrozenSet();
    }

    /// <summary>Null when nothing has this code.</summary>
    internal Known? Find(string code) => _byCode.GetValueOrDefault(code);

    internal bool HasArea(string code) => _areas.Contains(code);

    /// <param name="Frequencies">More than one where methodology versions or a target differ.</param>
    /// <param name="Units">More than one where methodology versions differ.</param>
    internal sealed record Known(IReadOnlyList<Frequency> Frequencies, IReadOnlyList<string> Units);

    private static IEnumerable<Measured> OfIndices(IEnumerable<IndexMethodology> versions) =>
        versions.SelectMany(v => v.Root.Indicators).Select(i => new Measured(i.Code, i.Frequency, i.Unit));

    private static IEnumerable<Measured> OfCatalogue(Catalogue catalogue) =>
        catalogue.Denominators.Select(d => new Measured(d.Code, d.Frequency, d.Unit));

    private static IEnumerable<Measured> OfTargets(TargetSet? targets) =>
        (targets?.Targets ?? []).Select(t => new Measured(t.Indicator, t.Frequency, t.Unit));

    private readonly record struct Measured(string Code, Frequency Frequency, string Unit);
}
