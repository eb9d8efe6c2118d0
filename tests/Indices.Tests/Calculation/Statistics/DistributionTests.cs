using System.Globalization;
using CsCheck;
using Indices.Calculation.Statistics;
using Xunit;
using static Indices.Tests.Calculation.ExampleTable;

namespace Indices.Tests.Calculation.Statistics;

/// <summary>Against 60-digit values of an arbitrary-precision library, tails included, and the vectors of the methodology.</summary>
public sealed class DistributionTests
{
    private const double RelativeTolerance = 1e-10;

    public static TheoryData<string> Items => [.. Read("distributions.csv").Select(r => r["item"]).Distinct()];

    [Theory]
    [MemberData(nameof(Items))]
    public void Distribution_AtManyPoints_HasTenDigits(string item)
    {
        var rows = Read("distributions.csv").Where(r => r["item"] == item).ToList();

        Assert.True(rows.Count >= 50);
        foreach (var row in rows)
        {
            var (expected, actual) = (row.Number("value"), Computed(row));
            Assert.True(Math.Abs(actual - expected) <= RelativeTolerance * expected + double.Epsilon,
                $"{item}({row["x"]}; {row["a"]}, {row["b"]}): expected {expected:R}, got {actual:R}");
        }
    }

    [Fact]
    public void Distribution_VectorsOfTheMethodology_AreReproduced()
    {
        var known = Read("t_vectors.csv").ToDictionary(r => r["item"], r => r.Number("value"));
        var births = new NegativeBinomial(31.2, 0.6);

        Near(known["t_cdf(1.5,6)"], StudentT.LowerTail(1.5, 6), "t_cdf(1.5,6)");
        Near(known["t_cdf(-0.3,3)"], StudentT.LowerTail(-0.3, 3), "t_cdf(-0.3,3)");
        Near(known["t_ppf(0.95,6)"], StudentT.Quantile(0.95, 6), "t_ppf(0.95,6)");
        Near(known["t_ppf(0.95,5)"], StudentT.Quantile(0.95, 5), "t_ppf(0.95,5)");
        Near(known["negbin_pmf(10,r=31.2,p=0.6)"], births.Mass(10), "negbin_pmf");
        Near(known["negbin_cdf(10,r=31.2,p=0.6)"], births.LowerTail(10), "negbin_cdf");
        Assert.Equal(6, known.Count);
    }

    [Fact]
    public void StudentT_QuantileOfAnyProbability_HasThatTail() =>
        Gen.Select(Gen.Double[0.001, 0.999], Gen.Int[1, 200]).Sample((p, degrees) =>
        {
            var t = StudentT.Quantile(p, degrees);
            Assert.Equal(p, StudentT.LowerTail(t, degrees), 1e-12);
            Assert.Equal(-t, StudentT.Quantile(1 - p, degrees), 1e-9 * Math.Max(1, Math.Abs(t)));
        });

    [Fact]
    public void StudentT_BetweenAnyEnds_IsTheDifferenceOfTails() =>
        Gen.Select(Gen.Double[-8, 8], Gen.Double[0, 5], Gen.Int[1, 60]).Sample((from, width, degrees) => Assert.Equal(
            StudentT.LowerTail(from + width, degrees) - StudentT.LowerTail(from, degrees), StudentT.Between(from, from + width, degrees), 1e-13));

    [Fact]
    public void StudentT_BetweenFarOut_KeepsItsDigits()
    {
        var expected = StudentT.UpperTail(40, 19) - StudentT.UpperTail(41, 19);

        Assert.Equal(expected, StudentT.Between(40, 41, 19));
        Assert.Equal(expected, StudentT.Between(-41, -40, 19));
        Assert.InRange(expected, 1e-22, 1e-15);
    }

    [Fact]
    public void NegativeBinomial_QuantileOfAnyProbability_IsTheFirstThatReachesIt() =>
        Gen.Select(Gen.Double[0.5, 300], Gen.Double[0.02, 0.98], Gen.Double[0.001, 0.999]).Sample((r, p, probability) =>
        {
            var count = new NegativeBinomial(r, p);
            var k = count.Quantile(probability);
            Assert.True(count.LowerTail(k) >= probability && count.LowerTail(k - 1) < probability);
            Assert.Equal(1, count.LowerTail(k) + count.UpperTail(k + 1), 1e-11);
        });

    [Fact]
    public void NegativeBinomial_NothingBelowZero_AndEverythingFromZeroUp()
    {
        var count = new NegativeBinomial(2.5, 0.4);

        Assert.Equal((0, 0, 1.0), (count.Mass(-1), count.LowerTail(-1), count.UpperTail(0)));
        Assert.Equal(1, Enumerable.Range(0, 200).Sum(k => count.Mass(k)), 1e-12);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(1.0)]
    [InlineData(double.NaN)]
    public void Quantile_OfACertainty_DoesNotExist(double probability)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => StudentT.Quantile(probability, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => new NegativeBinomial(2, 0.5).Quantile(probability));
    }

    [Fact]
    public void PoissonBinomial_OfAnyEvents_EqualsEveryCombinationAddedUp() =>
        Gen.Double[0, 1].Array[0, 8].Sample(probabilities =>
        {
            var count = new PoissonBinomial(probabilities);
            var expected = new double[probabilities.Length + 1];
            for (var happened = 0; happened < 1 << probabilities.Length; happened++)
                expected[int.PopCount(happened)] += probabilities.Select((p, i) => (happened >> i & 1) == 1 ? p : 1 - p).Aggregate(1.0, (a, b) => a * b);

            Assert.All(expected.Zip(count.Mass), pair => Assert.Equal(pair.First, pair.Second, 1e-13));
            Assert.Equal(probabilities.Sum(), count.Mean, 1e-12);
            Assert.Equal(expected.Skip(2).Sum(), count.UpperTail(2), 1e-13);
        });

    [Theory]
    [InlineData(0.05, 1)]
    [InlineData(0.49, 2)]
    [InlineData(0.5, 3)]
    [InlineData(0.95, 3)]
    public void PoissonBinomial_Quantile_IsTheFirstThatReachesIt(double probability, int expected) =>
        Assert.Equal(expected, new PoissonBinomial([0.9, 0.8, 0.7]).Quantile(probability));

    private static double Computed(Dictionary<string, string> row)
    {
        var (x, a) = (row.Number("x"), row.Number("a"));
        NegativeBinomial Count() => new(a, row.Number("b"));
        return row["item"] switch
        {
            "t_upper_tail" => StudentT.UpperTail(x, a),
            "t_quantile" => StudentT.Quantile(x, a),
            "negbin_mass" => Count().Mass(int.Parse(row["x"], CultureInfo.InvariantCulture)),
            "negbin_lower_tail" => Count().LowerTail(int.Parse(row["x"], CultureInfo.InvariantCulture)),
            "negbin_upper_tail" => Count().UpperTail(int.Parse(row["x"], CultureInfo.InvariantCulture)),
            var other => throw new InvalidOperationException(other),
        };
    }
}
