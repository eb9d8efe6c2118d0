using System.Collections.Immutable;
using Dashboard.Components.MathML;

namespace Dashboard.PageModels.MethodologyPages;

/// <summary>One line of the newest release worked out step by step, with its published numbers.</summary>
/// <param name="Note">How far the printed numbers reproduce the calculation.</param>
/// <param name="Release">Address of the release that the numbers are from.</param>
public sealed record WorkedLine(string Subject, string Period, string Release, bool IsSynthetic, ImmutableArray<WorkedStep> Steps, string? Note = null)
{
    /// <returns>Null while nothing is published under the version shown, or nothing that may be shown.</returns>
    public static WorkedLine? Of(MethodologySource source, Language language) => source.Release is not { } release
        ? null
        : source.Shown.IsPrice ? WorkedPrice.Of(release, source.Shown, language) : WorkedScore.Of(release, source, language);
}

public sealed record WorkedStep(string Title, string Words, Term? Formula);
