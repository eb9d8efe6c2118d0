namespace Dashboard.PageModels;

/// <summary>One index as the wall shows it: final text only, equal when it looks the same.</summary>
/// <param name="Change">Arrow, sign and points; null without one.</param>
/// <param name="ChangeName">What the change is against: 环比, or 比上年 for an annual index.</param>
/// <param name="Trend">Values of the sparkline, oldest first, null where withheld.</param>
/// <param name="Reason">Why there is no value; null when there is one.</param>
public sealed record IndexTile(
    string Code, string Name, string? Value, string? Change, string? ChangeName, string Period, bool IsSynthetic, ValueList<double?> Trend, string? Reason)
{
    public static IndexTile Of(IndexCard card) => Of(card, card.Value is not null && card.Changes is [var first, ..] ? first : null);

    private static IndexTile Of(IndexCard card, Change? change) => new(
        card.Code,
        card.Name,
        card.Value,
        change is null ? null : $"{change.Arrow} {change.Text}",
        change?.Name,
        card.Period.Length > 0 && card.Status.Length > 0 ? $"{card.Period} · {card.Status}" : card.Period,
        card.IsSynthetic,
        [.. card.Trend],
        card.Value is null ? card.Withheld : null);
}
