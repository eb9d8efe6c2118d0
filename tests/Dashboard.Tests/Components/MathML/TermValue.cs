using System.Globalization;
using Dashboard.Components.MathML;

namespace Dashboard.Tests.Components.MathML;

/// <summary>What a formula with numbers comes to, read from the terms that the page draws. Signs between terms, products by juxtaposition.</summary>
internal sealed class TermValue
{
    private readonly List<Term> _parts;
    private int _at;

    private TermValue(Term term) => _parts = term is Sequence row ? [.. row.Parts] : [term];

    internal static double Of(Term term) => new TermValue(term).Sum();

    private double Sum()
    {
        var sum = Sign("−") ? -Product() : Product();
        while (_at < _parts.Count)
            sum = Sign("+") ? sum + Product() : Sign("−") ? sum - Product() : throw new FormatException($"unexpected {_parts[_at]}");
        return sum;
    }

    private double Product()
    {
        var product = Single(_parts[_at++]);
        while (_at < _parts.Count && !IsSign(_parts[_at], "+") && !IsSign(_parts[_at], "−"))
            product = Sign("/") ? product / Single(_parts[_at++]) : product * Factor();
        return product;
    }

    private double Factor()
    {
        _ = Sign("×") || Sign("·");
        return Single(_parts[_at++]);
    }

    private bool Sign(string sign)
    {
        if (_at >= _parts.Count || !IsSign(_parts[_at], sign))
            return false;
        _at++;
        return true;
    }

    private static bool IsSign(Term term, string sign) => term is Token { Kind: TokenKind.Operator } token && token.Text == sign;

    private static double Single(Term term) => term switch
    {
        Token { Kind: TokenKind.Number } number => double.Parse(number.Text.Replace("−", "-", StringComparison.Ordinal), NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture),
        Sequence row => Of(row),
        Fraction fraction => Of(fraction.Above) / Of(fraction.Below),
        Script { Below: null, Above: { } power } script => Math.Pow(Of(script.Base), Of(power)),
        Fence fence => Of(fence.Inside),
        Application call => Call(call.Function, [.. Arguments(call.Argument)]),
        _ => throw new FormatException($"no value for {term}"),
    };

    private static double Call(string function, double[] arguments) => (function, arguments) switch
    {
        ("ln", [var x]) => Math.Log(x),
        ("min", [var a, var b]) => Math.Min(a, b),
        ("max", [var a, var b]) => Math.Max(a, b),
        ("L", [var a, var b]) => a == b ? a : (a - b) / Math.Log(a / b),
        _ => throw new FormatException($"unknown function {function}"),
    };

    private static IEnumerable<double> Arguments(Term argument)
    {
        var parts = argument is Sequence row ? row.Parts.ToList() : [argument];
        while (parts.Count > 0)
        {
            var comma = parts.FindIndex(p => IsSign(p, ","));
            var end = comma < 0 ? parts.Count : comma;
            yield return Of(new Sequence([.. parts[..end]]));
            parts = comma < 0 ? [] : parts[(comma + 1)..];
        }
    }
}
