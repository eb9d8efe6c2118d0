namespace Indices.Calculation.Statistics;

/// <summary>A random walk with drift, drift and variance estimated from its past changes (methodology, section 13).</summary>
public sealed class RandomWalk
{
    private readonly int _changes;
    private readonly double _drift;
    private readonly double _variance;

    /// <param name="changes">Two or more, of equal steps, oldest first.</param>
    public RandomWalk(IReadOnlyCollection<double> changes)
    {
        _changes = changes.Count;
        _drift = changes.Sum() / _changes;
        _variance = changes.Sum(change => (change - _drift) * (change - _drift)) / (_changes - 1);
    }

    /// <summary>Where it is some steps later: Student's t with n − 1 degrees of freedom, location now + h · mean, scale sd · √(h + h²/n).</summary>
    /// <param name="now">In the unit of the changes.</param>
    /// <param name="steps">h, 0 or more; need not be whole.</param>
    public Prediction Ahead(double now, double steps) =>
        new(now + steps * _drift, Math.Sqrt(_variance * (steps + steps * steps / _changes)), _changes - 1);
}

/// <summary>Location + scale · T, T being Student's.</summary>
/// <param name="Scale">0 where the past knew one change only; then all probability lies on the location.</param>
/// <param name="Degrees">Degrees of freedom.</param>
public readonly record struct Prediction(double Location, double Scale, int Degrees)
{
    /// <summary>Probability of the value or more.</summary>
    public double UpperTail(double value) =>
        Scale > 0 ? StudentT.UpperTail((value - Location) / Scale, Degrees) : Location >= value ? 1 : 0;

    /// <summary>Probability of the value or less.</summary>
    public double LowerTail(double value) =>
        Scale > 0 ? StudentT.LowerTail((value - Location) / Scale, Degrees) : Location <= value ? 1 : 0;

    /// <summary>Probability of what lies between two values.</summary>
    public double Between(double from, double to) => Scale > 0
        ? StudentT.Between((from - Location) / Scale, (to - Location) / Scale, Degrees)
        : Location >= from && Location <= to ? 1 : 0;

    /// <summary>The central interval of a probability.</summary>
    /// <param name="level">Between 0 and 1, both excluded.</param>
    public (double Low, double High) Interval(double level)
    {
        var half = Scale * StudentT.Quantile((1 + level) / 2, Degrees);
        return (Location - half, Location + half);
    }
}
