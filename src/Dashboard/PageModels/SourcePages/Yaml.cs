namespace Dashboard.PageModels.SourcePages;

internal static class Yaml
{
    /// <summary>A text as a scalar on one line; nothing where there is none.</summary>
    internal static string Quoted(string text)
    {
        var line = string.Concat(text.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c)).Trim();
        return line.Length == 0 ? "" : $"'{line.Replace("'", "''", StringComparison.Ordinal)}'";
    }
}
