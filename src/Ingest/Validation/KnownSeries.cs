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
    {
        var indicators = definitions.Indices.SelectMany(i => i.Root.Indicators).Select(i => (i.Code, i.Frequency, i.Unit));
        var denominators = definitions.Catalogue.Denominators.Select(d => (d.Code, d.Frequency, d.Unit));
        var targets = (definitions.Targets?.Targets ?? []).Select(t => (Code: t.Indicator, t.Frequency, t.Unit));
        _byCode = indicators.Concat(denominators).Concat(targets)
            .GroupBy(s => s.Code)
            .ToFrozenDictionary(g => g.Key, g => new Known([.. g.Select(s => s.Frequency).Distinct()], [.. g.Select(s => s.Unit).Distinct()]));
        _areas = definitions.Catalogue.Areas.Select(a => a.Code).ToFrozenSet();
    }

    /// <summary>Null when nothing has this code.</summary>
    internal Known? Find(string code) => _byCode.GetValueOrDefault(code);

    internal bool HasArea(string code) => _areas.Contains(code);

    /// <param name="Frequencies">More than one where methodology versions or a target differ.</param>
    /// <param name="Units">More than one where methodology versions differ.</param>
    internal sealed record Known(IReadOnlyList<Frequency> Frequencies, IReadOnlyList<string> Units);
}
