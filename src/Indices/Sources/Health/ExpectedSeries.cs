using System.Collections.Frozen;
using Indices.Methodology;
using Indices.Time;

namespace Indices.Sources.Health;

/// <summary>How often and how late values of each code may come, by the newest methodology that says so.</summary>
internal sealed class ExpectedSeries(Definitions definitions)
{
    private readonly FrozenDictionary<string, Expectation> _byCode = OfIndices(definitions).Concat(OfCatalogue(definitions)).Concat(OfTargets(definitions))
        .GroupBy(e => e.Code).ToFrozenDictionary(g => g.Key, g => g.First());

    internal Expectation? Find(string code) => _byCode.GetValueOrDefault(code);

    // What nothing sets a lag for is awaited as long as indicators of its frequency are.
    private static int UsualLag(Frequency frequency) => frequency switch
    {
        Frequency.Annual => 150,
        Frequency.Quarterly => 45,
        _ => 18,
    };

    private static IEnumerable<Expectation> OfIndices(Definitions definitions) => definitions.Indices.Reverse()
        .SelectMany(v => v.Root.Indicators).Select(i => new Expectation(i.Code, i.Name, i.Frequency, i.DueLagDays));

    private static IEnumerable<Expectation> OfCatalogue(Definitions definitions) =>
        definitions.Catalogue.Denominators.Select(d => new Expectation(d.Code, d.Name, d.Frequency, UsualLag(d.Frequency)));

    private static IEnumerable<Expectation> OfTargets(Definitions definitions) =>
        (definitions.Targets?.Targets ?? []).Select(t => new Expectation(t.Indicator, t.Name, t.Frequency, t.DueLagDays));
}

/// <param name="Lag">Days after the end of a period.</param>
internal sealed record Expectation(string Code, LocalText Name, Frequency Frequency, int Lag);
