using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Indices.Calculation.Prices.Formulas;

/// <summary>The price indices between two periods, by name.</summary>
public static class BilateralFormulas
{
    /// <summary>Elasticity of substitution of <c>ces</c> where none is given.</summary>
    public const double DefaultElasticity = 2;

    private static readonly FrozenDictionary<string, string> s_otherNames = new Dictionary<string, string>
    {
        ["drobisch"] = "drobish", ["bowley"] = "drobish", ["sidgwick"] = "drobish", ["edgeworth"] = "marshalledgeworth",
        ["theil"] = "tornqvist", ["lloydmoulton"] = "ces", ["gearykhamis"] = "gk", ["geometriclaspeyres"] = "geomlaspeyres",
        ["geometricpaasche"] = "geompaasche",
    }.ToFrozenDictionary();

    /// <summary>All of them: unweighted ones first.</summary>
    public static ImmutableArray<BilateralFormula> All(double elasticity = DefaultElasticity) =>
    [
        BasketFormulas.Dutot, MeanFormulas.Carli, MeanFormulas.Jevons, MeanFormulas.Harmonic, CompositeFormulas.Cswd,
        BasketFormulas.Laspeyres, BasketFormulas.Paasche, CompositeFormulas.Fisher, MeanFormulas.Tornqvist, MeanFormulas.SatoVartia,
        BasketFormulas.Walsh, MeanFormulas.Ces(elasticity), MeanFormulas.GeometricLaspeyres, MeanFormulas.GeometricPaasche,
        TimeProductDummy.Bilateral, BasketFormulas.GearyKhamis, MeanFormulas.Palgrave, CompositeFormulas.Drobisch,
        CompositeFormulas.Stuvel, BasketFormulas.MarshallEdgeworth, BasketFormulas.Lowe, MeanFormulas.Young,
    ];

    /// <summary>The formula of a name, or null. Case, hyphens and underscores do not matter.</summary>
    public static BilateralFormula? Find(string name, double elasticity = DefaultElasticity)
    {
        var plain = Plain(name);
        var found = s_otherNames.GetValueOrDefault(plain, plain);
        return All(elasticity).FirstOrDefault(f => f.Name == found);
    }

    internal static string Plain(string name) =>
        name.ToLowerInvariant().Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal).Replace('ö', 'o');
}
