namespace Dashboard.Components.MathML;

/// <summary>The vocabulary in which formulas are written; meant for <c>using static</c>.</summary>
public static class Notation
{
    /// <summary>Terms side by side. Nested rows become one, so that signs between their parts are read as such and not as prefixes.</summary>
    public static Term Row(params Term[] parts) => new Sequence([.. parts.SelectMany(p => p is Sequence inner ? [.. inner.Parts] : new[] { p })]);

    public static Term Words(string text) => new Token(TokenKind.Words, text);

    /// <summary>A number already in final text, groups and true minus sign included.</summary>
    public static Term Number(string text) => new Token(TokenKind.Number, text);

    public static Term Over(Term above, Term below) => new Fraction(above, below);

    public static Term Sub(Term symbol, Term index) => new Script(symbol, index, null);

    public static Term Sup(Term symbol, Term exponent) => new Script(symbol, null, exponent);

    public static Term SubSup(Term symbol, Term index, Term exponent) => new Script(symbol, index, exponent);

    public static Term Sum(Term below, Term? above = null) => new Large("∑", below, above);

    public static Term Product(Term below, Term? above = null) => new Large("∏", below, above);

    public static Term Mean(string letter) => new Bar(letter);

    public static Term Root(Term inside) => new SquareRoot(inside);

    public static Term Parens(params Term[] inside) => new Fence("(", Row(inside), ")");

    /// <summary>A function of an argument.</summary>
    public static Term Apply(string function, params Term[] argument) => new Application(function, argument.Length == 1 ? argument[0] : Row(argument));

    /// <summary>Terms with a sign between each two.</summary>
    public static Term Joined(string sign, IEnumerable<Term> terms)
    {
        var list = terms.ToArray();
        return list.Length == 1 ? list[0] : Row([.. list.SelectMany((t, i) => i == 0 ? [t] : new[] { sign, t })]);
    }
}
