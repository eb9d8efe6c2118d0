using System.Collections.Immutable;

namespace Indices.Calculation.Prices.Formulas;

/// <summary>An index of some neighbouring periods of a panel at once.</summary>
/// <param name="first">Place of the first period.</param>
/// <returns>By period; NaN where undefined.</returns>
internal delegate double[] WindowIndex(int first, int count);

/// <summary>A price index that compares all periods of a window with each other, so that it does not depend on the way taken (transitive).</summary>
public sealed class MultilateralFormula
{
    private readonly Func<PricePanel, WindowIndex> _on;

    private MultilateralFormula(string name, FormulaWeights weights, Func<PricePanel, WindowIndex> on) => (Name, Weights, _on) = (name, weights, on);

    /// <summary>As written on the command line and in result files.</summary>
    public string Name { get; }

    public FormulaWeights Weights { get; }

    /// <summary>All of them.</summary>
    public static ImmutableArray<MultilateralFormula> All { get; } =
    [
        Pairwise("geks_jevons", FormulaWeights.None, Geks.Jevons),
        Pairwise("geks_fisher", FormulaWeights.Compared, Geks.Fisher),
        new("geks_tornqvist", FormulaWeights.Compared, Tornqvist),
        Pairwise("geks_walsh", FormulaWeights.Compared, Geks.Walsh),
        // A time dummy of two periods weighted by the mean of their shares is Törnqvist (Diewert 2004).
        new("geks_tpd", FormulaWeights.Compared, Tornqvist),
        new("geary_khamis", FormulaWeights.Compared, panel => (first, count) => GearyKhamis.Window(panel, first, count)),
        new("wtpd", FormulaWeights.Compared, panel => (first, count) => TimeProductDummy.Window(panel, first, count)),
    ];

    /// <summary>The formula of a name, or null; <c>ccdi</c> is GEKS-Törnqvist. Case, hyphens and underscores do not matter.</summary>
    public static MultilateralFormula? Find(string name)
    {
        var plain = BilateralFormulas.Plain(name) switch
        {
            "ccdi" => "gekstornqvist",
            "gkmultilateral" or "gkiterative" => "gearykhamis",
            var other => other,
        };
        return All.FirstOrDefault(f => BilateralFormulas.Plain(f.Name) == plain);
    }

    /// <summary>An index over the whole panel: one window while the panel is no longer, then spliced.</summary>
    /// <param name="window">At least 2 periods.</param>
    public FormulaSeries Series(PricePanel panel, int window, Splice splice) =>
        new(Splicing.Extend(panel.Periods.Length, window, splice, _on(panel)), []);

    private static MultilateralFormula Pairwise(string name, FormulaWeights weights, Func<PanelRows, double[,]> pairs) => new(name, weights, panel =>
    {
        var logs = pairs(panel.Rows);
        return (first, count) => Geks.Window(logs, first, count);
    });

    private static WindowIndex Tornqvist(PricePanel panel)
    {
        if (panel.IsComplete)
            return (first, count) => TranslogMultilateral.Window(panel, first, count);
        var logs = Geks.Tornqvist(panel.Rows);
        return (first, count) => Geks.Window(logs, first, count);
    }
}
