namespace Indices.Methodology;

/// <summary>
/// How the children of a node become its value: the weighted generalised mean M = (Σ w x^r)^(1/r), whose limit at r = 0 is
/// Π x^w (methodology, section 5).
/// </summary>
/// <param name="Power">r. The smaller it is, the less a strong child makes up for a weak one; below 1 children must not be negative.</param>
public readonly record struct Aggregation(double Power)
{
    /// <summary>Σ w x: full compensation.</summary>
    public static Aggregation Arithmetic => new(1.0);

    /// <summary>Π x^w: partial compensation.</summary>
    public static Aggregation Geometric => new(0.0);

    /// <summary>1 / Σ (w / x): less compensation still.</summary>
    public static Aggregation Harmonic => new(-1.0);
}
