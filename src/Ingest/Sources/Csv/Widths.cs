using System.Collections.Frozen;

namespace Ingest.Sources.Csv;

/// <summary>The only characters that are read as another: full-width forms that Chinese input methods type for ASCII.</summary>
internal static class Widths
{
    private static readonly FrozenDictionary<char, char> HalfWidth = new Dictionary<char, char>
    {
        ['\u3000'] = ' ', ['\u00A0'] = ' ', ['\t'] = ' ',
        ['．'] = '.', ['，'] = ',', ['＋'] = '+', ['－'] = '-', ['\u2212'] = '-', ['～'] = '~', ['／'] = '/', ['：'] = ':', ['＿'] = '_',
        ['（'] = '(', ['）'] = ')', ['％'] = '%', ['﹪'] = '%', ['＃'] = '#',
    }.ToFrozenDictionary();

    /// <summary>Half-width, without white space at the ends.</summary>
    internal static string Narrow(string text)
    {
        foreach (var c in text)
            if (c > '~' || c is '\t')
                return string.Create(text.Length, text, Fill).Trim(' ');
        return text.Trim(' ');
    }

    private static void Fill(Span<char> target, string text)
    {
        for (var i = 0; i < text.Length; i++)
            target[i] = Of(text[i]);
    }

    private static char Of(char c) => c switch
    {
        >= '０' and <= '９' => (char)(c - '０' + '0'),
        >= 'Ａ' and <= 'Ｚ' => (char)(c - 'Ａ' + 'A'),
        >= 'ａ' and <= 'ｚ' => (char)(c - 'ａ' + 'a'),
        _ => HalfWidth.GetValueOrDefault(c, c),
    };
}
