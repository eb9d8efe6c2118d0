namespace Dashboard.Components.MathML;

/// <summary>Says a formula in words of the page's language, from left to right.</summary>
public static class MathSpeech
{
    public static string Of(Term term, Language language) => string.Join(' ', Say(term, language).Where(word => word.Length > 0));

    private static IEnumerable<string> Say(Term term, Language language) => term switch
    {
        Token { Kind: TokenKind.Operator } token => [Sign(token.Text, language)],
        Token token => [token.Text],
        Sequence row => row.Parts.SelectMany(part => Say(part, language)),
        Fraction f => [language["分式，分子", "the fraction"], .. Say(f.Above, language), language["，分母", "over"], .. Say(f.Below, language), language["，分式完", "end fraction"]],
        Script s => [.. Say(s.Base, language), .. Scripts(s, language)],
        Large large => [Sign(large.Operator, language), language["，范围", "over"], .. Say(large.Below, language), .. Upper(large.Above, language), language["，项为", "of"]],
        Bar bar => [bar.Letter, language["的平均", "mean"]],
        SquareRoot root => [language["根号", "square root of"], .. Say(root.Inside, language), language["，根号完", "end root"]],
        Fence fence => [language["括号", "open bracket"], .. Say(fence.Inside, language), language["括号完", "close bracket"]],
        Application call => [call.Function, language["，自变量", "of"], .. Say(call.Argument, language), language["，完", "end of argument"]],
        _ => throw new ArgumentOutOfRangeException(nameof(term), term, "Not a term that can be said."),
    };

    private static IEnumerable<string> Scripts(Script script, Language language) =>
    [
        .. script.Below is { } below ? Say(below, language).Prepend(language["下标", "sub"]) : [],
        .. script.Above is { } above ? [language["的", "to the power"], .. Say(above, language), language["次方", "end power"]] : Enumerable.Empty<string>(),
    ];

    private static IEnumerable<string> Upper(Term? above, Language language) =>
        above is null ? [] : Say(above, language).Prepend(language["至", "up to"]);

    private static string Sign(string sign, Language language) => sign switch
    {
        "=" => language["等于", "equals"],
        "≈" => language["约等于", "is about"],
        "+" => language["加", "plus"],
        "−" => language["减", "minus"],
        "·" or "×" => language["乘以", "times"],
        "≥" => language["不小于", "is at least"],
        "≤" => language["不大于", "is at most"],
        "<" => language["小于", "is less than"],
        "∈" => language["属于", "in"],
        "∑" => language["求和", "the sum"],
        "∏" => language["连乘", "the product"],
        "⌊" => language["取整", "the floor of"],
        "⌋" or "|" or "," or "," => "",
        _ => sign,
    };
}
