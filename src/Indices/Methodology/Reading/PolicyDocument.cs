using Indices.Methodology.Yaml;

namespace Indices.Methodology.Reading;

/// <summary>The policy document, to find quotations in; without it every quotation is accepted. Its line breaks and spaces are an accident of its layout.</summary>
internal sealed class PolicyDocument(string? text)
{
    private readonly string? _text = text is null ? null : Squeezed(text);

    internal void Check(Section section, string key, string quotation)
    {
        if (_text is not null && quotation.Length > 0 && !_text.Contains(Squeezed(quotation), StringComparison.Ordinal))
            section.Fault(key, $"文件原文中没有这句话：{quotation}", $"This sentence is not in the document: {quotation}");
    }

    private static string Squeezed(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
