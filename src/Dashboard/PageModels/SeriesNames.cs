using System.Collections.Frozen;
using Indices.Methodology;
using Indices.Observations;

namespace Dashboard.PageModels;

/// <summary>What codes are called: indices, their nodes and indicators by the newest methodology, denominators and targets.</summary>
public sealed class SeriesNames
{
    private readonly FrozenDictionary<string, LocalText> _names;

    /// <param name="definitions">Null before any are loaded: codes then stand for themselves.</param>
    public SeriesNames(Definitions? definitions) => _names = Entries(definitions).GroupBy(e => e.Code).ToFrozenDictionary(g => g.Key, g => g.First().Name);

    /// <summary>The name in a language; the code itself where there is none.</summary>
    public string Of(string code, Language language) => _names.GetValueOrDefault(code)?.In(language.IsEnglish) ?? code;

    /// <summary>The word of a measure; the code itself where there is none.</summary>
    public static string Measure(string measure, Language language) => measure switch
    {
        Measures.Value => language["当期", "current"],
        Measures.YearToDate => language["累计", "since January"],
        Measures.YearOnYear => language["同比", "on the year before"],
        Measures.Numerator => language["分子", "numerator"],
        Measures.Denominator => language["分母", "denominator"],
        _ => measure,
    };

    private static IEnumerable<(string Code, LocalText Name)> Entries(Definitions? definitions)
    {
        if (definitions is null)
            return [];
        var newestFirst = definitions.Indices.Reverse().ToList();
        return
        [
            .. newestFirst.Select(i => (i.Code, i.Name)),
            .. newestFirst.SelectMany(i => i.Root.Groups).Select(g => (g.Code, g.Name)),
            .. newestFirst.SelectMany(i => i.Root.Indicators).Select(i => (i.Code, i.Name)),
            .. definitions.Catalogue.Denominators.Select(d => (d.Code, d.Name)),
            .. definitions.Targets?.Targets.SelectMany(t => t.SeriesCodes, (t, code) => (code, t.Name)) ?? [],
        ];
    }
}
