namespace Dashboard.PageModels;

/// <summary>What the frame of a public page needs to know about it.</summary>
/// <param name="Path">Address in Chinese, without the language: <c>/indices/CODE/2025-Q3</c>.</param>
/// <param name="Canonical">Address that search engines should keep, where it is not <paramref name="Path"/>.</param>
/// <param name="IsSynthetic">True when any figure shown rests on demonstration data.</param>
/// <param name="HasChart">True when the page holds a chart that a script may bring to life.</param>
/// <param name="IsIndex">True when the page shows index values, which must not serve as a reference rate.</param>
/// <param name="StructuredData">JSON-LD of what the page holds, for search engines.</param>
/// <param name="Image">Address of the picture that stands for the page where it is shared.</param>
public sealed record PageHead(
    Language Language,
    string Path,
    string Title,
    string Description,
    string? Canonical = null,
    bool IsSynthetic = false,
    bool HasChart = false,
    bool IsIndex = false,
    string? StructuredData = null,
    string? Image = null);
