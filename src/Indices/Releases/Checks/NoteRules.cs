namespace Indices.Releases.Checks;

internal static class NoteRules
{
    internal static ChecklistItem? Note(ChecklistFacts facts) => facts.Version switch
    {
        { Kind: ReleaseKind.Correction, Notice: null } => new("note", true, new("更正没有公告。", "The correction has no notice.")),
        { Kind: not ReleaseKind.Initial, Reason: null } => new("note", true, new("修订没有理由。", "The revision has no reason.")),
        _ => null,
    };

    /// <summary>An error of ours is not to go out as newer data.</summary>
    internal static ChecklistItem? Policy(ChecklistFacts facts) =>
        facts is { Required: ReleaseKind.Correction, Version.Kind: ReleaseKind.Revision }
            ? new("policy", true, new("按修订政策这是更正，须有公告。", "Under the revision policy this is a correction and needs a notice."))
            : null;
}
