namespace Dashboard.PageModels.SourcePages;

/// <param name="Text">As <see cref="Indices.Sources.SourceEdit.Text"/>.</param>
public sealed record SourceChange(string Code, string Text, string Reason);
