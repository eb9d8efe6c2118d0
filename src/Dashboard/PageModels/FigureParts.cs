namespace Dashboard.PageModels;

/// <summary>A number and what stands around it, apart, so that a display can set the digits larger than the unit.</summary>
/// <param name="Before">Such as <c>CNY</c>; often empty.</param>
/// <param name="After">The unit; empty for plain counts in English.</param>
/// <param name="IsTight">No space before the unit, as for percent.</param>
public sealed record FigureParts(string Before, string Digits, string After, bool IsTight = false)
{
    public override string ToString() =>
        (Before.Length > 0 ? Before + Figures.ThinSpace : "") + Digits + (After.Length > 0 && !IsTight ? Figures.ThinSpace : "") + After;
}
