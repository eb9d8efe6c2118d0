using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using CsCheck;
using Dashboard.Bundles;
using Dashboard.Tests.CommandLine;
using Indices.Methodology;
using Indices.Releases;
using Indices.Releases.Seals;
using Indices.Storage;
using Microsoft.Extensions.DependencyInjection;
using TestSupport;
using Xunit;

namespace Dashboard.Tests.Bundles;

public sealed class ReleaseBundleTests : IDisposable
{
    private static readonly IndexMethodology Methodology = SeedDefinitions.All.Indices.First(i => i is { IsPrice: false, Release: not null });

    private static readonly DateTimeOffset At = new(2026, 10, 30, 2, 0, 0, TimeSpan.Zero);

    private readonly TemporaryStore _store = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Bundle_WrittenTwice_IsTheSameBytesAndWhole()
    {
        var bundle = await Bundle();

        Assert.Equal(bundle, ReleaseBundle.Write(await Release(), Methodologies, _store.Get<ISealReader>().PublicKey));
        Assert.Null(BundleCheck.First(bundle, null));
        Assert.Null(BundleCheck.First(bundle, _store.Get<ISealReader>().PublicKey));
        Assert.Equal([.. BundleFiles.Always.Append(BundleFiles.Methodology(Methodology.Version)).Order()], BundleZip.Read(bundle).Select(f => f.Name).Order());
    }

    [Fact]
    public async Task Bundle_WithAnyOneByteChanged_IsFoundAndTheFileNamed()
    {
        var bundle = await Bundle();
        var files = BundleZip.Read(bundle);

        Gen.Select(Gen.Int[0, bundle.Length - 1], Gen.Int[1, 255]).Sample((at, bits) =>
        {
            var changed = bundle.ToArray();
            changed[at] ^= (byte)bits;
            var fault = BundleCheck.First(changed, null);
            Assert.True(fault is not null, string.Create(CultureInfo.InvariantCulture, $"byte {at} ^ {bits}"));
            if (FileAt(bundle, files, at) is { } name)
                Assert.True(fault.File.Contains(name, StringComparison.Ordinal) || fault.File.StartsWith("ZIP", StringComparison.Ordinal) || name == BundleFiles.Sums, $"{name} was named {fault}");
        }, iter: 3000, threads: 1);
    }

    [Fact]
    public async Task Bundle_OfAnotherKey_IsRefusedWhereTheKeyIsKnown()
    {
        using var other = new TemporaryStore();

        Assert.Equal(BundleFiles.Key, BundleCheck.First(await Bundle(), other.Get<ISealReader>().PublicKey)?.File);
    }

    [Theory]
    [InlineData("nothing", 0)]
    [InlineData("data.csv", 1)]
    [InlineData("receipt.json", 1)]
    [InlineData("seal.txt", 1)]
    [InlineData("README.txt", 1)]
    public async Task Script_InTheBundle_ChecksItWithoutTheProgram(string altered, int code)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The script is for a shell.");
        var folder = Directory.CreateTempSubdirectory("bundle-");
        try
        {
            ZipFile.ExtractToDirectory(new MemoryStream(await Bundle()), folder.FullName);
            if (code != 0)
                await File.AppendAllTextAsync(Path.Combine(folder.FullName, altered), "x", Cancellation);
            using var script = Process.Start(new ProcessStartInfo("sh", [Path.Combine(folder.FullName, BundleFiles.Check)]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var output = await script.StandardOutput.ReadToEndAsync(Cancellation) + await script.StandardError.ReadToEndAsync(Cancellation);
            await script.WaitForExitAsync(Cancellation);

            Assert.True(code == 0 == (script.ExitCode == 0), output);
            Assert.Contains(code == 0 ? "All as it was sealed" : altered, output, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Verify_OfABundle_SaysWhetherItIsWholeOrWhatIsWrong()
    {
        using var command = new CommandRun();
        var bundle = await Bundle();
        Directory.CreateDirectory(command.Out);
        var file = Path.Combine(command.Out, "bundle.zip");
        await File.WriteAllBytesAsync(file, bundle, Cancellation);

        Assert.Equal(0, await command.Run("verify", "bundle", file));
        Assert.Contains("All as it was sealed", command.Output, StringComparison.Ordinal);

        var text = System.Text.Encoding.Latin1.GetString(bundle);
        bundle[text.IndexOf($"\r\n{Methodology.Code},", StringComparison.Ordinal) + 30] ^= 1;
        await File.WriteAllBytesAsync(file, bundle, Cancellation);

        Assert.Equal(1, await command.Run("verify", "bundle", file));
        Assert.Contains("内容已被改动", command.Error, StringComparison.Ordinal);
        Assert.Contains("It was altered", command.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_OfAllReleases_SaysWhatWasAltered()
    {
        using var command = new CommandRun();
        Directory.CreateDirectory(command.Out);
        var database = Path.Combine(command.Out, "statistics.db");
        await using (var services = new ServiceCollection().AddIndicesStorage(new StorageOptions(database)).BuildServiceProvider())
        {
            services.GetRequiredService<IStorageMigrator>().Migrate();
            await Approve(services);
        }

        Assert.Equal(0, await command.Run("verify", "history", "--data", command.Out));
        Assert.Contains("1 release versions", command.Output, StringComparison.Ordinal);
        Assert.Equal(0, await command.Run("verify", "release", Methodology.Code, "2026-Q3", "v1", "--data", command.Out));
        Assert.Equal(2, await command.Run("verify", "release", Methodology.Code, "2025-Q3", "--data", command.Out));
        Assert.Equal(2, await command.Run("verify", "release", Methodology.Code, "x", "--data", command.Out));

        using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={database};Pooling=False"))
        {
            connection.Open();
            using var change = connection.CreateCommand();
            change.CommandText = "DROP TRIGGER release_value_keeps; UPDATE release_value SET published = '1.00' WHERE position = 2";
            change.ExecuteNonQuery();
        }

        Assert.Equal(1, await command.Run("verify", "history", "--data", command.Out));
        Assert.Contains("release_value (release_version 1, 3): 内容已被改动", command.Error, StringComparison.Ordinal);
        Assert.Contains("it was altered", command.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _store.Dispose();

    private static List<DefinitionFile> Methodologies => [SeedDefinitions.Files.Single(f => f.Kind == DefinitionKind.Methodology && f.Code == Methodology.Code && f.Version == Methodology.Version)];

    private static string? FileAt(byte[] bundle, List<(string Name, byte[] Content)> files, int at)
    {
        foreach (var (name, content) in files)
            if (bundle.AsSpan().IndexOf(content) is var start && at >= start && at < start + content.Length)
                return name;
        return null;
    }

    private async Task<byte[]> Bundle()
    {
        await Approve(_store.Services);
        return ReleaseBundle.Write(await Release(), Methodologies, _store.Get<ISealReader>().PublicKey);
    }

    private async Task<SealedRelease> Release() => (await _store.Get<ISealReader>().Find(Methodology.Code, null, null, At.AddDays(1), Cancellation))!;

    private static async Task Approve(IServiceProvider services)
    {
        var content = SampleReleases.Of(Methodology, Indices.Time.Period.Parse("2026-Q3"), At);
        var candidate = SampleReleases.Candidate(content, At.AddDays(-2)) with
        {
            Receipt = $$"""{"methodology":[{"version":"{{Methodology.Version}}","sha256":"{{Methodology.Sha256}}"}],"parameters":{} }""",
        };
        var (id, _) = await services.GetRequiredService<IReleaseWriter>().Propose(candidate, Cancellation);
        await services.GetRequiredService<IReleaseWriter>().Approve(id, candidate.Fingerprint, At, "reviewer", At.AddDays(-1), Cancellation);
    }
}
