using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Indices.Sources;

/// <summary>The sources in force, in file order.</summary>
public sealed class SourceSet(IEnumerable<Source> sources)
{
    public static SourceSet Empty { get; } = new([]);

    public ImmutableArray<Source> All { get; } = [.. sources];

    public Source? Find(string code) => All.FirstOrDefault(s => s.Code == code);

    /// <summary>The enabled sources that deliver values of an indicator.</summary>
    public IEnumerable<Source> Of(string indicator) => All.Where(s => s.IsEnabled && s.Series.Any(x => x.Indicator == indicator));

    /// <summary>The enabled source whose inbox pattern a file name fits; of several the one with the longest pattern. Case does not count.</summary>
    public Source? OfFile(string fileName) => All
        .Where(s => s is { IsEnabled: true, Inbox: not null } && Fits(fileName, s.Inbox))
        .MaxBy(s => s.Inbox!.Length);

    private static bool Fits(string fileName, string pattern)
    {
        var expression = Regex.Escape(pattern).Replace(@"\*", ".*", StringComparison.Ordinal).Replace(@"\?", ".", StringComparison.Ordinal);
        // No backtracking: a pattern with many stars must not take longer than the name is long.
        return Regex.IsMatch(fileName, $@"\A{expression}\z",
            RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.NonBacktracking);
    }
}
