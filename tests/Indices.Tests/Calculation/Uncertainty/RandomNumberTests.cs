using System.Globalization;
using System.Runtime.Intrinsics;
using Indices.Calculation;
using Indices.Calculation.Uncertainty;
using Indices.Time;
using Xunit;

namespace Indices.Tests.Calculation.Uncertainty;

/// <summary>Every digit of <c>rng_vectors.csv</c>.</summary>
public sealed class RandomNumberTests
{
    private static readonly Dictionary<string, string> s_known =
        ExampleTable.Read("rng_vectors.csv").ToDictionary(row => row["item"], row => row["value"]);

    [Fact]
    public void Seed_OfIndexPeriodAndVersion_IsTheKnownHash()
    {
        var known = ulong.Parse(s_known["fnv1a64('DEMO|2023Q2|1.0.0')"], CultureInfo.InvariantCulture);

        Assert.Equal(known, Seeds.Fnv1A64("DEMO|2023Q2|1.0.0"));
        Assert.Equal(known, Seeds.Of("DEMO", Period.OfQuarter(2023, 2), "1.0.0"));
    }

    [Fact]
    public void Generator_FromTheKnownSeed_GivesTheKnownNumbers()
    {
        var random = new SplitMix64(Seeds.Fnv1A64("DEMO|2023Q2|1.0.0"));
        for (var i = 1; i <= 3; i++)
            Assert.Equal(ulong.Parse(s_known[$"splitmix64 u64 #{i}"], CultureInfo.InvariantCulture), random.Next());
    }

    [Fact]
    public void Uniforms_FromSeed1234567_AreTheKnownDoubles()
    {
        var random = new SplitMix64(1234567);
        for (var i = 1; i <= 3; i++)
            Assert.Equal(Known($"u #{i} (seed 1234567)"), random.NextUniform());
    }

    [Fact]
    public void EightLanes_GiveWhatEightGeneratorsGive()
    {
        ulong[] seeds = [0, 1, 1234567, 1UL << 32, 0x7FFFFFFFFFFFFFFF, 0x8000000000000000, ulong.MaxValue - 1, ulong.MaxValue];
        var one = seeds.Select(seed => new SplitMix64(seed)).ToArray();
        var lanes = Vector512.Create(seeds);
        for (var i = 0; i < 1000; i++)
        {
            var eight = SplitMix64.NextUniforms(ref lanes);
            for (var lane = 0; lane < 8; lane++)
                Assert.Equal(one[lane].NextUniform(), eight[lane]);
        }
    }

    [Theory]
    [InlineData(20, 0, 1)]
    [InlineData(20, 3, 7)]
    [InlineData(16, 0, 2)]
    [InlineData(5, 1, 90)]
    public void Fill_LeavingDrawsOut_GivesTheOthersAsTheyAre(int count, int first, int every)
    {
        var random = new SplitMix64(ulong.MaxValue);
        var all = Enumerable.Range(0, first + count * every).Select(_ => random.NextUniform()).ToArray();
        var some = new double[count];
        SplitMix64.Fill(some, ulong.MaxValue, first, every);
        Assert.Equal(Enumerable.Range(0, count).Select(i => all[first + i * every]), some);
    }

    [Fact]
    public void InverseNormal_OfTheKnownProbabilities_IsTheKnownDouble()
    {
        Assert.Equal(Known("AS241 inv_cdf(0.975)"), NormalInverse.Of(0.975));
        Assert.Equal(Known("AS241 inv_cdf(0.0013498980316301035)"), NormalInverse.Of(0.0013498980316301035));
        Assert.Equal(Known("trunc_norm(0.25)"), NormalInverse.WithinThree(0.25));
    }

    // Wichura (1988), section 3.2: 16 digits at p = 0.25, 0.001 and 1e-20.
    [Theory]
    [InlineData(0.25, -0.6744897501960817)]
    [InlineData(0.001, -3.090232306167814)]
    [InlineData(1e-20, -9.262340089798408)]
    public void InverseNormal_InEveryBranch_IsTheAlgorithmsOwnExample(double p, double z)
    {
        Assert.Equal(z, NormalInverse.Of(p), 4e-15 * Math.Abs(z));
        if (p > 1e-10)
            Assert.Equal(-z, NormalInverse.Of(1.0 - p), 1e-12 * Math.Abs(z));
    }

    [Fact]
    public void TruncatedNormal_AtTheEnds_IsThree()
    {
        Assert.Equal(-3.0, NormalInverse.WithinThree(0.0), 1e-12);
        Assert.Equal(0.0, NormalInverse.WithinThree(0.5));
        Assert.Equal(3.0, NormalInverse.WithinThree(1.0), 1e-12);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(1.0)]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    public void InverseNormal_OutsideItsRange_IsRefused(double p) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => NormalInverse.Of(p));

    // The program takes the mean by a form that keeps all digits near a = b; the two differ in the last digits.
    [Fact]
    public void LogarithmicMean_IsTheKnownNumber()
    {
        Assert.Equal(Known("logmean(102,100)"), LogMean.Of(102.0, 100.0), 1e-12);
        Assert.Equal(Known("logmean(100.00000001,100)"), LogMean.Of(100.00000001, 100.0), 1e-12);
    }

    private static double Known(string item) => double.Parse(s_known[item], CultureInfo.InvariantCulture);
}
