using Indices.Methodology.Yaml;

namespace Indices.Methodology.Reading;

/// <summary>Reads how a group is aggregated: by name, or as <c>{power: r}</c>.</summary>
internal static class AggregationReader
{
    private static readonly Kind<Aggregation> s_named = Kind.OneOf(
        ("arithmetic", Aggregation.Arithmetic), ("geometric", Aggregation.Geometric), ("harmonic", Aggregation.Harmonic));

    // Nearer to 0 the mean loses its digits to cancellation and is the geometric one for all purposes; beyond 10 it is all
    // but the largest or the smallest child.
    private static readonly Kind<double> s_power = Kind.Number.Where(
        r => Math.Abs(r) is >= 0.01 and <= 10, "绝对值为 0.01 到 10 的数", "a number of absolute value 0.01 to 10");

    internal static Aggregation Read(Section section, string key, Aggregation otherwise)
    {
        if (!section.IsMap(key))
            return section.Value(key, s_named, otherwise);
        var power = 0.0;
        section.Inside(key, s => power = s.Value("power", s_power));
        return new(power);
    }
}
