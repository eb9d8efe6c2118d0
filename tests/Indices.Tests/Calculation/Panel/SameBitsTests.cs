using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Indices.Calculation.Panel;
using Indices.Methodology;
using TestSupport;
using Xunit;

namespace Indices.Tests.Calculation.Panel;

/// <summary>One panel, written down as a hash: every machine and every set of instructions gives the same bits.</summary>
public sealed class SameBitsTests
{
    private const string Expected = "1368354ac8f71d7b1d0c099bfdacfce8";

    [Fact]
    public void Panel_HasTheBitsWrittenDown() => Assert.Equal(Expected, Hash());

    [Theory]
    [InlineData("DOTNET_EnableHWIntrinsic")]
    [InlineData("DOTNET_EnableAVX512")]
    [InlineData("DOTNET_EnableAVX2")]
    [InlineData("DOTNET_EnableFMA")]
    public async Task Panel_WithoutSomeInstructions_HasTheSameBits(string instructions) => Assert.Null(await OwnTest.Fault(
        typeof(SameBitsTests), nameof(Panel_HasTheBitsWrittenDown), [$"{instructions}=0", "GLIBC_TUNABLES=glibc.cpu.hwcaps=-FMA,-AVX2"], TestContext.Current.CancellationToken));

    private static string Hash()
    {
        var example = Example();
        Aggregation[] aggregations = [Aggregation.Arithmetic, Aggregation.Geometric, Aggregation.Harmonic, new(0.3)];
        var plan = PanelPlan.Of(example.Root, example.Panel.Indicators, [.. aggregations]);
        var values = example.Compute(plan, MissingChildren.RescaleWeights);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (var group = 0; group < plan.Groups.Length; group++)
            for (var variant = 0; variant < plan.Variants; variant++)
                hash.AppendData(MemoryMarshal.AsBytes(values.Of(group, variant)));
        return Convert.ToHexStringLower(hash.GetCurrentHash())[..Expected.Length];
    }

    /// <summary>8 indicators in 5,003 cells, scored on both scales, every eleventh value missing.</summary>
    private static PanelExample Example()
    {
        var values = Enumerable.Range(0, 8).Select(i => Enumerable.Range(0, 5003)
            .Select(cell => (cell * 7 + i) % 11 == 0 ? double.NaN : (cell * 7919L + i * 104729L) % 10007 / 3000.0).ToArray());
        return PanelExample.Create([3, 1, 4], [1, 1, 1, 1], [.. values], [.. Enumerable.Range(0, 8).Select(i => i % 2 == 0)], new bool[8]);
    }
}
