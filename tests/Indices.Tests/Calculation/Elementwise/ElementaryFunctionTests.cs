using CsCheck;
using Indices.Calculation.Elementwise;
using Xunit;

namespace Indices.Tests.Calculation.Elementwise;

public sealed class ElementaryFunctionTests
{
    private static readonly double[] s_special =
    [
        0.0, -0.0, 1.0, -1.0, double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.Epsilon, -double.Epsilon,
        double.MaxValue, double.MinValue, 2.2250738585072014e-308, 2.2250738585072009e-308, 709.782712893384, 709.7827128933841,
        -708.0, -708.5, -745.1, -745.2, 1e300, -1e300,
    ];

    [Fact]
    public void Logarithm_IsWithinOneUnitOfTheLastPlace() => AssertWithinOneUnit("log", DeterministicLog.Of, 382);

    [Fact]
    public void Exponential_IsWithinOneUnitOfTheLastPlace() => AssertWithinOneUnit("exp", DeterministicExp.Of, 377);

    /// <summary>The library is within half a unit and a little more, so the two are neighbours at most.</summary>
    [Fact]
    public void Logarithm_OfAMillionNumbersOfEverySize_IsTheLibrarysOrItsNeighbour()
    {
        var numbers = Spread(1_000_000, bits => bits % 0x7FF0_0000_0000_0000);
        var logs = new double[numbers.Length];
        DeterministicLog.Of(numbers, logs);
        AssertNeighbours(numbers, logs, Math.Log);
    }

    [Fact]
    public void Exponential_OfAMillionNumbers_IsTheLibrarysOrItsNeighbour()
    {
        double[] numbers = [.. Spread(1_000_000, bits => bits % 0x7FF0_0000_0000_0000).Select(x => Math.IEEERemainder(x, 700.0))];
        var results = new double[numbers.Length];
        DeterministicExp.Of(numbers, results);
        AssertNeighbours(numbers, results, Math.Exp);
    }

    [Fact]
    public void Logarithm_OfScores_IsTheLibrarysOrItsNeighbour()
    {
        double[] scores = [.. Enumerable.Range(0, 200_000).Select(i => 1.0 + 99.0 * i / 200_000)];
        var logs = new double[scores.Length];
        DeterministicLog.Of(scores, logs);
        AssertNeighbours(scores, logs, Math.Log);
    }

    [Theory]
    [InlineData(0.0, double.NegativeInfinity)]
    [InlineData(-1.0, double.NaN)]
    [InlineData(double.NegativeInfinity, double.NaN)]
    [InlineData(double.NaN, double.NaN)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData(1.0, 0.0)]
    public void Logarithm_AtItsEdges_IsAsDefined(double x, double expected) => AssertSameBits(expected, DeterministicLog.Of(x));

    [Theory]
    [InlineData(0.0, 1.0)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity, 0.0)]
    [InlineData(709.7827128933841, double.PositiveInfinity)]
    [InlineData(-745.2, 0.0)]
    [InlineData(double.NaN, double.NaN)]
    public void Exponential_AtItsEdges_IsAsDefined(double x, double expected) => AssertSameBits(expected, DeterministicExp.Of(x));

    [Fact]
    public void Functions_OfNegativeZero_AreThoseOfZero()
    {
        AssertSameBits(double.NegativeInfinity, DeterministicLog.Of(-0.0));
        AssertSameBits(1.0, DeterministicExp.Of(-0.0));
    }

    [Fact]
    public void Lanes_OfAnyNumber_GiveTheSameBits() => Gen.Double.Array[0, 40].Sample(numbers =>
    {
        AssertSameInAllLanes<DeterministicLog.Formula>([.. numbers, .. s_special]);
        AssertSameInAllLanes<DeterministicExp.Formula>([.. numbers, .. s_special]);
    });

    [Fact]
    public void Lanes_AtEveryLength_AreFilled()
    {
        for (var count = 0; count < 40; count++)
        {
            double[] numbers = [.. Enumerable.Range(1, count).Select(i => i / 7.0)];
            var logs = new double[count];
            DeterministicLog.Of(numbers, logs);
            Assert.Equal(numbers.Select(DeterministicLog.Of), logs);
        }
    }

    private static void AssertSameInAllLanes<TFormula>(double[] numbers)
        where TFormula : struct, IFormula
    {
        // One number in all lanes at a time, so that every number meets every width.
        foreach (var x in numbers)
        {
            var one = default(TFormula).Of(new OneLane(x)).Value;
            AssertSameBits(one, Lane<TFormula, FourLanes>(x, 4));
            AssertSameBits(one, Lane<TFormula, EightLanes>(x, 8));
        }
        var (together, byOne) = (new double[numbers.Length], new double[numbers.Length]);
        Each.Of(default(TFormula), numbers, together);
        Each.By<TFormula, OneLane>(default, numbers, byOne);
        for (var i = 0; i < numbers.Length; i++)
            AssertSameBits(byOne[i], together[i]);
    }

    private static double Lane<TFormula, T>(double x, int lanes)
        where TFormula : struct, IFormula
        where T : struct, ILanes<T>
    {
        var results = new double[lanes];
        Assert.Equal(lanes, Each.By<TFormula, T>(default, Enumerable.Repeat(x, lanes).ToArray(), results));
        return Assert.Single(results.Select(BitConverter.DoubleToInt64Bits).Distinct().Select(BitConverter.Int64BitsToDouble));
    }

    private static void AssertWithinOneUnit(string function, Func<double, double> ours, int count)
    {
        var rows = ExampleTable.Read("elementary.csv").Where(row => row["function"] == function).ToList();
        Assert.Equal(count, rows.Count);
        foreach (var row in rows)
        {
            var (value, rest) = (row.Number("value"), row.Number("rest"));
            var error = (ours(row.Number("x")) - value - rest) / (Math.BitIncrement(Math.Abs(value)) - Math.Abs(value));
            Assert.True(Math.Abs(error) < 1.0, $"{function} {row["x"]}: {error} units");
        }
    }

    private static void AssertNeighbours(double[] numbers, double[] results, Func<double, double> library)
    {
        for (var i = 0; i < numbers.Length; i++)
        {
            var expected = library(numbers[i]);
            if (!(results[i] == expected || results[i] == Math.BitIncrement(expected) || results[i] == Math.BitDecrement(expected)))
                Assert.Fail($"{numbers[i]:R}: {results[i]:R}, the library {expected:R}");
        }
    }

    /// <summary>Numbers spread evenly over all bits, the same in every run.</summary>
    private static double[] Spread(int count, Func<ulong, ulong> into) =>
        [.. Enumerable.Range(1, count).Select(i => BitConverter.UInt64BitsToDouble(into(unchecked((ulong)i * 0x9E37_79B9_7F4A_7C15))))];

    private static void AssertSameBits(double expected, double actual) =>
        Assert.Equal(BitConverter.DoubleToInt64Bits(expected), BitConverter.DoubleToInt64Bits(actual));
}
