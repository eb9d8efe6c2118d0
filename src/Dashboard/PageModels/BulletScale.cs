namespace Dashboard.PageModels;

/// <summary>Where the marks of a bullet graph stand, as shares of its width: 0 left, 1 right.</summary>
/// <param name="Value">Length of the bar; null when there is no value.</param>
/// <param name="Path">Thin tick: value that the required path asks for now.</param>
/// <param name="Goal">Thick tick.</param>
/// <param name="BandFrom">Start of the band that counts as reached, for targets of the kind "about".</param>
public sealed record BulletScale(double? Value, double? Path, double Goal, double? BandFrom, double? BandTo)
{
    /// <summary>Room to the right of the largest mark, so that a tick is never cut off by the frame.</summary>
    private const double Headroom = 1.12;

    /// <summary>All marks on one scale from zero; negative values have no length.</summary>
    public static BulletScale Of(double? value, double? path, double goal, double? tolerance)
    {
        var largest = new[] { value ?? 0, path ?? 0, goal + (tolerance ?? 0) }.Max();
        var full = largest > 0 ? largest * Headroom : 1;
        double Place(double figure) => Math.Clamp(figure / full, 0, 1);
        double? PlaceOf(double? figure) => figure is { } known ? Place(known) : null;
        return new(PlaceOf(value), PlaceOf(path), Place(goal), PlaceOf(goal - tolerance), PlaceOf(goal + tolerance));
    }
}
