using System.Text.RegularExpressions;

namespace Dashboard.Components.MathML;

/// <summary>Reads linear formula text into tokens: digits are numbers, Latin and Greek letters identifiers, Chinese is words, the rest operators.</summary>
internal static partial class FormulaText
{
    internal static Term Read(string text)
    {
        Token[] tokens = [.. Token().Matches(text).Select(m => new Token(KindOf(m), m.Value))];
        return tokens.Length == 1 ? tokens[0] : new Sequence([.. tokens]);
    }

    private static TokenKind KindOf(Match match) =>
        match.Groups["number"].Success ? TokenKind.Number
        : match.Groups["letters"].Success ? TokenKind.Identifier
        : match.Groups["words"].Success ? TokenKind.Words
        : TokenKind.Operator;

    [GeneratedRegex(@"(?<number>[0-9]+(\.[0-9]+)?)|(?<letters>[A-Za-z\u0370-\u03ff]+)|(?<words>[\u3000-\u9fff\uff00-\uffef]+)|\S", RegexOptions.CultureInvariant)]
    private static partial Regex Token();
}
