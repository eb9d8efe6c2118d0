using System.Collections.Frozen;
using Indices.Methodology;
using Indices.Observations;
using Indices.Time;
using Ingest.Sources.Csv;

namespace Ingest.Validation;

/// <summary>What may have values: the indicators of every methodology version, denominators, and targets with a series of their own.</summary>
internal sealed class KnownSeries
{
    private readonly FrozenDictionary<string, Known> _byCode;
    private readonly FrozenDictionary<string, string> _byName;
    private readonly FrozenDictionary<string, string> _areas;

    internal KnownSeries(Definitions definitions)
        : this(OfIndices(definitions.Indices, definitions.Catalogue).Concat(OfCatalogue(definitions.Catalogue)).Concat(OfTargets(definitions)), definitions.Catalogue.Areas)
    {
    }

    /// <summary>The indicators of some methodology versions alone.</summary>
    internal KnownSeries(IEnumerable<IndexMethodology> versions)
        : this(OfIndices(versions, null), [])
    {
    }

    /// <summary>The targets of a file that knows no index: every code that their figures may have, at any frequency, since years may stand for the time before months were counted.</summary>
    internal KnownSeries(TargetSet targets)
        : this(from t in targets.Targets from code in t.SeriesCodes from frequency in Enum.GetValues<Frequency>() select new Entry(code, t.Name, frequency, t.Unit, t.Unit, t.IsStock), [])
    {
    }

    private KnownSeries(IEnumerable<Entry> entries, IEnumerable<Area> areas)
    {
        var all = entries.ToList();
        _byCode = all
            .GroupBy(s => s.Code)
            .ToFrozenDictionary(g => g.Key, g => new Known([.. g.Select(s => s.Frequency).Distinct()], [.. g.Select(s => s.Unit).OfType<string>().Distinct()], [.. g.Select(s => s.Observed).OfType<string>().Distinct()], g.All(s => s.IsStock), g.Any(s => s.IsDivisor)));
        // Two indices may measure different things under one name; such a name says nothing.
        _byName = all.GroupBy(s => PlainName(s.Name.Chinese)).Where(g => g.DistinctBy(s => s.Code).Count() == 1).ToFrozenDictionary(g => g.Key, g => g.First().Code);
        _areas = areas.SelectMany(a => new[] { (Key: a.Code, a.Code), (Key: PlainName(a.Name.Chinese), a.Code) })
            .DistinctBy(a => a.Key).ToFrozenDictionary(a => a.Key, a => a.Code);
    }

    /// <summary>Null when nothing has this code.</summary>
    internal Known? Find(string code) => _byCode.GetValueOrDefault(code);

    /// <summary>The units in which values of a measure are kept; none where they are not known.</summary>
    internal static IReadOnlyList<string> UnitsOf(Known? known, string measure) => measure switch
    {
        Measures.Value or Measures.YearToDate => known?.ObservedUnits ?? [],
        Measures.YearOnYear => known is null ? [] : ["%"],
        _ => [],
    };

    internal bool HasArea(string code) => _areas.TryGetValue(code, out var found) && found == code;

    /// <summary>The code of what has this Chinese name; null when nothing or more than one thing has it.</summary>
    internal string? CodeOf(string name) => _byName.GetValueOrDefault(PlainName(name));

    /// <summary>Every name that stands for one code, as it is compared.</summary>
    internal IEnumerable<string> Names => _byName.Keys;

    /// <summary>The code of the area with this code or Chinese name, or null.</summary>
    internal string? AreaOf(string text) => _areas.GetValueOrDefault(PlainName(text));

    /// <param name="Frequencies">More than one where methodology versions or a target differ.</param>
    /// <param name="Units">Of the indicator; more than one where methodology versions differ.</param>
    /// <param name="IsStock">Every definition says that it is a balance at the end of a period.</param>
    /// <param name="ObservedUnits">In which values are delivered; none where the methodology does not tell.</param>
    /// <param name="IsDivisor">Other values are divided by it.</param>
    internal sealed record Known(
        IReadOnlyList<Frequency> Frequencies, IReadOnlyList<string> Units, IReadOnlyList<string> ObservedUnits, bool IsStock, bool IsDivisor);

    /// <summary>A name as it is compared: half-width, without spaces.</summary>
    internal static string PlainName(string name) => Widths.Narrow(name).Replace(" ", "", StringComparison.Ordinal);

    private static IEnumerable<Entry> OfIndices(IEnumerable<IndexMethodology> versions, Catalogue? catalogue) =>
        versions.SelectMany(v => v.Root.Indicators).Select(i => new Entry(i.Code, i.Name, i.Frequency, i.Unit, catalogue is null ? null : ObservedUnit.Of(i, catalogue), i.IsStock));

    // A rate of the catalogue is subtracted and may be 0; a count or an amount is divided by.
    private static IEnumerable<Entry> OfCatalogue(Catalogue catalogue) =>
        catalogue.Denominators.Select(d => new Entry(d.Code, d.Name, d.Frequency, d.Unit, d.Unit, false) { IsDivisor = Validation.Units.IsCountOrAmount(d.Unit) });

    // A target that judges an indicator of an index by its growth is in %; the indicator's values are not.
    private static IEnumerable<Entry> OfTargets(Definitions definitions)
    {
        var measured = definitions.Indices.SelectMany(v => v.Root.Indicators).Select(i => i.Code).ToHashSet();
        return
            from target in definitions.Targets?.Targets ?? []
            let unit = measured.Contains(target.Indicator) ? null : target.Unit
            select new Entry(target.Indicator, target.Name, target.Frequency, unit, unit, target.IsStock);
    }

    private readonly record struct Entry(string Code, LocalText Name, Frequency Frequency, string? Unit, string? Observed, bool IsStock)
    {
        public bool IsDivisor { get; init; }
    }
}
