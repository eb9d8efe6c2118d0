namespace Indices.Methodology;

/// <summary>Weights of indicators in the whole index: products of the weights on the way down, exactly.</summary>
public static class EffectiveWeights
{
    /// <summary>In file order.</summary>
    public static IEnumerable<(Indicator Indicator, Weight Weight)> Of(IndexGroup root) => Below(root, Weight.One);

    private static IEnumerable<(Indicator, Weight)> Below(IndexGroup group, Weight share)
    {
        foreach (var child in group.Children)
        {
            var weight = share * child.Weight;
            if (child is Indicator indicator)
                yield return (indicator, weight);
            else if (child is IndexGroup inner)
                foreach (var below in Below(inner, weight))
                    yield return below;
        }
    }
}
