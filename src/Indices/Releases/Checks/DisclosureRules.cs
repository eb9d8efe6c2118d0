using Indices.Observations;

namespace Indices.Releases.Checks;

/// <summary>A price index withholds its cells and what would give them away; a release that shows one of them goes nowhere.</summary>
internal static class DisclosureRules
{
    internal static ChecklistItem? Withheld(ChecklistFacts facts)
    {
        if (facts.Methodology is not { Price: { } price } methodology)
            return null;
        var cells = price.Cells.Select(c => c.Code).ToHashSet();
        if (facts.Candidate.Values.FirstOrDefault(v => v.Text is not null && (cells.Contains(v.Node) || v.Status == ObservationStatus.Q)) is { } shown)
            return Error($"{shown.Period} 的 {shown.Node} 应予保密，却有数值。", $"{shown.Node} of {shown.Period} is confidential and shows a value.");
        if (facts.Candidate.Contributions.Length + facts.Candidate.Scores.Length > 0)
            return Error("价格指数不得列出分项贡献。", "A price index shows no contributions.");
        var products = methodology.Root.Children.Select(c => c.Code).ToHashSet();
        var alone = facts.Index is { Text: not null }
            ? facts.Values.Where(v => v.Node != facts.Version.Index).ToLookup(v => products.Contains(v.Node))
                .Select(table => table.Where(v => v.Text is null).ToList()).FirstOrDefault(unprinted => unprinted is [{ Status: ObservationStatus.Q }])
            : null;
        return alone is [var only]
            ? Error($"只有 {only.Node} 未列出，可由其余各项推算。", $"{only.Node} alone is withheld and follows from the others.")
            : null;
    }

    private static ChecklistItem Error(string chinese, string english) => new("disclosure", true, new(chinese, english));
}
