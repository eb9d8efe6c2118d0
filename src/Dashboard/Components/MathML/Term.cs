using System.Collections.Immutable;

namespace Dashboard.Components.MathML;

/// <summary>A piece of a formula: what it is, not how it looks. <see cref="MathMarkup"/> draws it and <see cref="MathSpeech"/> says it.</summary>
/// <remarks>Text converts to terms by itself, so that the linear parts of a formula are written as they are read: <c>"k, t − 1"</c>.</remarks>
public abstract record Term
{
    public static implicit operator Term(string text) => FormulaText.Read(text);
}

public enum TokenKind
{
    /// <summary>A variable or the name of a function.</summary>
    Identifier,
    Number,
    Operator,
    /// <summary>Words of a language.</summary>
    Words,
}

public sealed record Token(TokenKind Kind, string Text) : Term;

public sealed record Sequence(ImmutableArray<Term> Parts) : Term
{
    public bool Equals(Sequence? other) => other is not null && Parts.SequenceEqual(other.Parts);

    public override int GetHashCode() => Parts.Length;
}

public sealed record Fraction(Term Above, Term Below) : Term;

/// <summary>A base with an index below, an exponent above, or both.</summary>
public sealed record Script(Term Base, Term? Below, Term? Above) : Term;

/// <summary>A large operator with what it runs over.</summary>
/// <param name="Operator">∑ or ∏.</param>
public sealed record Large(string Operator, Term Below, Term? Above) : Term;

/// <summary>A mean, written as a letter with a bar.</summary>
public sealed record Bar(string Letter) : Term;

public sealed record SquareRoot(Term Inside) : Term;

/// <param name="Open">Opening bracket.</param>
/// <param name="Close">Closing bracket.</param>
public sealed record Fence(string Open, Term Inside, string Close) : Term;

/// <summary>A function of one argument in parentheses.</summary>
public sealed record Application(string Function, Term Argument) : Term;
