using System.Xml.Linq;

namespace Dashboard.Components.MathML;

/// <summary>Draws terms in MathML Core, which browsers show without a script or a font of ours.</summary>
public static class MathMarkup
{
    public static XNamespace Namespace { get; } = "http://www.w3.org/1998/Math/MathML";

    // Between the name of a function and its argument: nothing to see, and something to read aloud.
    private const string ApplyFunction = "\u2061";

    // A bar of its own would need a font with mathematical metrics to sit where it belongs.
    private const string CombiningMacron = "\u0304";

    /// <param name="words">The formula in words, for those who hear it.</param>
    /// <param name="isBlock">True for a line of its own.</param>
    public static string Of(Term term, string words, bool isBlock)
    {
        var math = Element("math", Draw(term));
        if (isBlock)
            math.SetAttributeValue("display", "block");
        math.SetAttributeValue("alttext", words);
        math.SetAttributeValue("aria-label", words);
        return math.ToString(SaveOptions.DisableFormatting);
    }

    private static XElement Draw(Term term) => term switch
    {
        Token { Kind: TokenKind.Identifier, Text.Length: > 1 } name => Name(name.Text),
        Token token => Element(NameOf(token.Kind), token.Text),
        Sequence row => Element("mrow", row.Parts.Select(Draw)),
        Fraction fraction => Element("mfrac", Draw(fraction.Above), Draw(fraction.Below)),
        Script { Below: { } below, Above: { } above } s => Element("msubsup", Draw(s.Base), Draw(below), Draw(above)),
        Script { Below: { } below } s => Element("msub", Draw(s.Base), Draw(below)),
        Script { Above: { } above } s => Element("msup", Draw(s.Base), Draw(above)),
        Large { Above: { } above } l => Element("munderover", Operator(l.Operator), Draw(l.Below), Draw(above)),
        Large l => Element("munder", Operator(l.Operator), Draw(l.Below)),
        Bar bar => Element("mi", (bar.Letter + CombiningMacron).Normalize()),
        SquareRoot root => Element("msqrt", Draw(root.Inside)),
        Fence fence => Element("mrow", Operator(fence.Open), Draw(fence.Inside), Operator(fence.Close)),
        Application a => Element("mrow", Name(a.Function), Operator(ApplyFunction), Draw(new Fence("(", a.Argument, ")"))),
        _ => throw new ArgumentOutOfRangeException(nameof(term), term, "Not a term that can be drawn."),
    };

    private static string NameOf(TokenKind kind) => kind switch
    {
        TokenKind.Identifier => "mi",
        TokenKind.Number => "mn",
        TokenKind.Words => "mtext",
        _ => "mo",
    };

    // The style sheet slants letters and leaves names upright.
    private static XElement Name(string text) => Element("mi", new XAttribute("class", "name"), text);

    private static XElement Operator(string sign) => Element("mo", sign);

    private static XElement Element(string name, params object[] content) => new(Namespace + name, content);
}
