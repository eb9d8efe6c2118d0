using System.Xml.Linq;
using Dashboard.Components.MathML;
using Xunit;
using static Dashboard.Components.MathML.Notation;

namespace Dashboard.Tests.Components.MathML;

public sealed class MathMarkupTests
{
    /// <summary>Elements of MathML Core that stand for something to read; no layout hacks, no script, no style.</summary>
    internal static readonly HashSet<string> CoreElements =
        ["math", "mrow", "mi", "mn", "mo", "mtext", "mfrac", "msqrt", "msub", "msup", "msubsup", "munder", "munderover"];

    [Fact]
    public void Of_ScoreFormula_IsMathMlCore() => Assert.Equal(
        "<math display=\"block\" alttext=\"w\" aria-label=\"w\" xmlns=\"http://www.w3.org/1998/Math/MathML\">"
        + "<mrow><msub><mi>S</mi><mrow><mi>k</mi><mo>,</mo><mi>t</mi></mrow></msub><mo>=</mo><mn>60</mn><mo>+</mo>"
        + "<mfrac><mi>a</mi><mi>b</mi></mfrac></mrow></math>",
        MathMarkup.Of(Row(Sub("S", "k, t"), "= 60 +", Over("a", "b")), "w", isBlock: true));

    [Fact]
    public void Of_NestedRows_AreOneRow() => Assert.Equal(
        Row("a", "−", "1"), Row(Row("a", "− 1")));

    [Theory]
    [InlineData("信用质量", "<mtext>信用质量</mtext>")]
    [InlineData("12.5", "<mn>12.5</mn>")]
    [InlineData("ln", "<mi class=\"name\">ln</mi>")]
    [InlineData("ω", "<mi>ω</mi>")]
    [InlineData("≥", "<mo>≥</mo>")]
    public void Of_Text_IsTokenOfItsKind(string text, string expected) => Assert.Contains(expected, MathMarkup.Of(text, "", false), StringComparison.Ordinal);

    [Fact]
    public void Of_WordsWithMarkup_AreEscaped()
    {
        var markup = MathMarkup.Of(Words("<script>&"), "a \"quoted\" <word>", false);
        var math = XElement.Parse(markup);
        Assert.Equal("<script>&", math.Value);
        Assert.Equal("a \"quoted\" <word>", math.Attribute("aria-label")!.Value);
        Assert.DoesNotContain("<script", markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_EveryKindOfTerm_IsWellFormedAndCore()
    {
        Term all = Row(
            Sum("j = 0", "n − 1"), Product("p"), SubSup("P", "p", "W"), Sup("x", "2"), Root("x"), Mean("p"), Parens("a", "+", "b"),
            Apply("min", "a", ",", "b"), Over("1", "2"), Words("或"), Number("−1"));
        var elements = XElement.Parse(MathMarkup.Of(all, "words", true)).DescendantsAndSelf().ToList();
        Assert.All(elements, e => Assert.Contains(e.Name.LocalName, CoreElements));
        Assert.All(elements, e => Assert.Equal(MathMarkup.Namespace, e.Name.Namespace));
        Assert.Contains(elements, e => e.Value == "p̄");
    }

    [Theory]
    [InlineData(false, "S 下标 k t 等于 60 加 分式，分子 a ，分母 b ，分式完")]
    [InlineData(true, "S sub k t equals 60 plus the fraction a over b end fraction")]
    public void Speech_OfScoreFormula_SaysItInWords(bool english, string expected) => Assert.Equal(
        expected, MathSpeech.Of(Row(Sub("S", "k, t"), "= 60 +", Over("a", "b")), english ? Language.English : Language.Chinese));
}
