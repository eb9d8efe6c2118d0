using System.Diagnostics;
using System.Globalization;
using Ingest.Sources;
using Xunit;

namespace Ingest.Tests.Samples;

/// <summary>Damaged samples give values or located refusals: no exception, no hang, no memory kept. <c>tests/fuzz.sh</c> runs it long.</summary>
public class FuzzTests(ITestOutputHelper output)
{
    private const long MostGrowth = 32 << 20;

    private static readonly int s_inputs = Setting("FUZZ_INPUTS", 3000);
    private static readonly int s_seed = Setting("FUZZ_SEED", 1);

    // A machine that does other things at the time is no hang; the script asks for one second.
    private static readonly int s_slowest = Setting("FUZZ_SLOWEST_MS", 20_000);

    [Fact]
    public void DamagedSamples_GiveValuesOrLocatedRefusals()
    {
        var mutations = new Mutations([.. SamplesTests.Files.Select(File.ReadAllBytes)], s_seed);
        var (slowest, rows, kept) = (TimeSpan.Zero, 0L, 0L);
        for (var i = 0; i < s_inputs; i++)
        {
            if (i == s_inputs / 10)
                kept = GC.GetTotalMemory(forceFullCollection: true);
            var bytes = mutations.Next();
            var started = Stopwatch.GetTimestamp();
            rows += Read(bytes, i);
            var took = Stopwatch.GetElapsedTime(started);
            slowest = took > slowest ? took : slowest;
            Assert.True(took.TotalMilliseconds < s_slowest, $"Input {i} of seed {s_seed} took {took}.");
        }
        var growth = GC.GetTotalMemory(forceFullCollection: true) - kept;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{s_inputs} inputs of seed {s_seed}: {rows} rows read, slowest {slowest.TotalMilliseconds:0} ms, memory grew by {growth / 1024} KB"));
        Assert.True(growth < MostGrowth, $"Memory grew by {growth} bytes.");
    }

    private static int Read(byte[] bytes, int input)
    {
        try
        {
            var content = StatisticsFile.Read(bytes, SamplesTests.Context);
            Assert.All(content.Faults, f => Assert.True(f.Row >= 1 && f.Chinese.Length > 0 && f.English.Length > 0));
            Assert.True(content.Observations.Count + content.Deals.Count + content.Faults.Count > 0, $"Input {input} of seed {s_seed} was swallowed without a word.");
            return content.Observations.Count;
        }
        catch (Exception failure) when (failure is not Xunit.Sdk.XunitException)
        {
            throw new InvalidOperationException($"Input {input} of seed {s_seed}: {failure.Message}", failure);
        }
    }

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}
