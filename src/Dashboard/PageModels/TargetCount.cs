namespace Dashboard.PageModels;

/// <summary>How many targets have one status.</summary>
public sealed record TargetCount(StatusLook Look, int Count)
{
    /// <summary>Best status first; statuses of no target are left out.</summary>
    public static ValueList<TargetCount> Of(IEnumerable<TargetTile> targets, Language language)
    {
        var looks = targets.Select(t => t.Status).ToList();
        return
        [
            .. StatusLook.All
                .Select(status => StatusLook.Of(status, language))
                .Select(look => new TargetCount(look, looks.Count(l => l == look)))
                .Where(count => count.Count > 0),
        ];
    }
}
