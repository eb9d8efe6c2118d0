using System.Collections.Immutable;
using Dashboard.Components.MathML;

namespace Dashboard.PageModels.MethodologyPages.Formulas;

/// <summary>One step of the method: what it does in words, its formulas, and what their symbols mean.</summary>
/// <param name="Id">Anchor on the page.</param>
public sealed record FormulaSheet(
    string Id, string Title, string Words, ImmutableArray<FormulaLine> Lines, ImmutableArray<FormulaSymbol> Symbols);

/// <param name="Name">Where it applies, or what it is called; empty when there is nothing to tell it from.</param>
public sealed record FormulaLine(string Name, Term Formula);

public sealed record FormulaSymbol(Term Symbol, string Meaning);

/// <summary>All formulas of a methodology, in the order of the calculation.</summary>
public static class FormulaSheets
{
    public static ImmutableArray<FormulaSheet> All(MethodologySource source, Language language) => source.Shown.IsPrice
        ? [.. PriceFormulas.All(source, language), BaseFormulas.Of(source, language), RoundingFormulas.Of(source.Shown, language)]
        :
        [
            TransformFormulas.Of(source.Shown, language),
            ScoreFormulas.Of(source.Shown, language),
            MissingFormulas.Of(language),
            MeanFormulas.Of(source.Shown, language),
            BaseFormulas.Of(source, language),
            ContributionFormulas.Of(source.Shown, language),
            GateFormulas.Of(source.Shown, language),
            RoundingFormulas.Of(source.Shown, language),
            .. source.Shown.Uncertainty is null ? Array.Empty<FormulaSheet>() : [UncertaintyFormulas.Of(language)],
        ];
}
