using System.Collections.Immutable;

namespace Indices.Releases.Checks;

/// <summary>What is looked at before a release is reviewed and again before it is approved. Pure.</summary>
public static class Checklist
{
    /// <summary>What is wrong, errors first, in the order of the rules; empty when nothing is.</summary>
    public static ImmutableArray<ChecklistItem> Of(ChecklistFacts facts) =>
    [
        .. new[]
        {
            MethodRules.InForce(facts), ValueRules.Coverage(facts), ValueRules.LargeChange(facts), ValueRules.Questions(facts), ValueRules.LateInputs(facts),
            DisclosureRules.Withheld(facts), NoteRules.Note(facts), NoteRules.Policy(facts), DataRules.Quarantine(facts), DataRules.Synthetic(facts),
            CalendarRules.Instant(facts), CalendarRules.NextDate(facts),
        }.OfType<ChecklistItem>().OrderByDescending(item => item.IsError),
    ];
}
