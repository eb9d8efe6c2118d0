using System.Globalization;
using TestSupport;
using Xunit;

namespace Dashboard.Tests.CommandLine;

/// <summary>
/// Whatever the order of the rows, the processor's instructions, the number of processors, the language and the time zone:
/// the verbs write the same bytes. The short form; <c>tests/reproducible.sh</c> makes 100 runs.
/// </summary>
public sealed class ReproducibilityTests
{
    // Told by the script: the order of the rows, and where the hash goes.
    private const string SeedVariable = "REPRODUCIBLE_SEED";
    private const string FileVariable = "REPRODUCIBLE_HASH";

    [Fact]
    public async Task Outputs_WithRowsInSomeOrder_AreThoseOfTheFiles()
    {
        var seed = int.Parse(Environment.GetEnvironmentVariable(SeedVariable) ?? "1", CultureInfo.InvariantCulture);
        var hash = await OutputHash.Of(seed);
        if (Environment.GetEnvironmentVariable(FileVariable) is { } file)
            await File.WriteAllTextAsync(file, hash, TestContext.Current.CancellationToken);
        else
            Assert.Equal(await OutputHash.Of(0), hash);
    }

    [Theory]
    [InlineData(2, "DOTNET_TieredCompilation=0", "LC_ALL=tr_TR.UTF-8", "TZ=America/St_Johns")]
    [InlineData(3, "DOTNET_EnableAVX2=0", "LC_ALL=de_DE.UTF-8", "TZ=Asia/Shanghai", "DOTNET_PROCESSOR_COUNT=1")]
    [InlineData(4, "DOTNET_EnableHWIntrinsic=0", "LC_ALL=ar_SA.UTF-8", "TZ=UTC", "DOTNET_PROCESSOR_COUNT=2")]
    public async Task Outputs_UnderOtherSettings_AreTheSame(int seed, params string[] settings)
    {
        var file = Path.GetTempFileName();
        Assert.Null(await OwnTest.Fault(typeof(ReproducibilityTests), nameof(Outputs_WithRowsInSomeOrder_AreThoseOfTheFiles),
            [.. settings, string.Create(CultureInfo.InvariantCulture, $"{SeedVariable}={seed}"), $"{FileVariable}={file}"], TestContext.Current.CancellationToken));
        Assert.Equal(await OutputHash.Of(0), await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        File.Delete(file);
    }
}
