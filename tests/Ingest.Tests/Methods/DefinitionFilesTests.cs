using System.Text.RegularExpressions;
using Indices.Methodology;
using Ingest.Methods;
using Microsoft.Extensions.Time.Testing;
using TestSupport;
using Xunit;

namespace Ingest.Tests.Methods;

public sealed partial class DefinitionFilesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("definitions-");
    private readonly TemporaryStore _store = new();
    private readonly DefinitionFiles _files;

    public DefinitionFilesTests()
    {
        foreach (var file in SeedDefinitions.Files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
            File.WriteAllText(PathOf(file), file.Text);
        }
        _files = new DefinitionFiles(
            new IngestOptions(_folder.FullName, _folder.FullName, SeedProfile.None), _store.Get<IDefinitionWriter>(),
            new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 4, 0, 0, TimeSpan.Zero)));
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static DefinitionFile Method { get; } = SeedDefinitions.Files.First(f => f.Kind == DefinitionKind.Methodology);

    [Fact]
    public async Task Load_TheSeeds_AcceptsEveryFileOnce()
    {
        Assert.Equal(SeedDefinitions.Files.Count, await _files.Load(Cancellation));
        Assert.Equal(0, await _files.Load(Cancellation));

        var current = await Current();
        Assert.Equal(SeedDefinitions.All.Indices.Select(i => (i.Code, i.Version, i.Sha256)), current!.Indices.Select(i => (i.Code, i.Version, i.Sha256)));
    }

    [Fact]
    public async Task Load_WithOneWeightEdited_NamesFileLineAndSumAndKeepsWhatWasAccepted()
    {
        await _files.Load(Cancellation);
        var before = await Current();
        var lines = await EditOneWeight();

        var refused = await Assert.ThrowsAsync<MethodologyFileException>(() => _files.Load(Cancellation));

        var fault = Assert.Single(refused.Faults);
        // Weights are judged together, where the list that holds them begins.
        Assert.Equal("pillars:", lines[fault.Line - 1]);
        Assert.Contains($"{Method.FileName}:{fault.Line}:", refused.Message, StringComparison.Ordinal);
        Assert.Contains("sum to 1.01, not 1", fault.English, StringComparison.Ordinal);
        Assert.Contains("之和是 1.01，应为 1", fault.Chinese, StringComparison.Ordinal);
        Assert.Equal(before!.Indices.Select(i => i.Sha256), (await Current())!.Indices.Select(i => i.Sha256));
    }

    [Fact]
    public async Task Load_AfterTheEditIsTakenBack_ChangesNothing()
    {
        await _files.Load(Cancellation);
        await EditOneWeight();
        await Assert.ThrowsAsync<MethodologyFileException>(() => _files.Load(Cancellation));
        await File.WriteAllTextAsync(PathOf(Method), Method.Text, Cancellation);

        Assert.Equal(0, await _files.Load(Cancellation));
    }

    [Fact]
    public async Task Load_WithACronThatMeansNothing_NamesFileAndLine()
    {
        var sources = SeedDefinitions.Files.Single(f => f.Kind == DefinitionKind.Sources);
        await File.WriteAllTextAsync(PathOf(sources), sources.Text.Replace("0 20 9 * * ?", "0 20 29 * * ?", StringComparison.Ordinal), Cancellation);

        var refused = await Assert.ThrowsAsync<MethodologyFileException>(() => _files.Load(Cancellation));

        var line = sources.Text.Split('\n').ToList().FindIndex(l => l.Contains("0 20 9", StringComparison.Ordinal)) + 1;
        Assert.Equal($"sources.yaml:{line}: “cron”的“0 20 29 * * ?”不是有效的计划表达式。 'cron': '0 20 29 * * ?' is not a valid schedule.", refused.Message);
        Assert.Null(await Current());
    }

    [Fact]
    public async Task Load_OfABadSetAtFirst_AcceptsNothingAtAll()
    {
        await EditOneWeight();

        await Assert.ThrowsAsync<MethodologyFileException>(() => _files.Load(Cancellation));

        Assert.Null(await Current());
    }

    public void Dispose()
    {
        _store.Dispose();
        _folder.Delete(recursive: true);
    }

    private string PathOf(DefinitionFile file) => Path.Combine(_folder.FullName, file.FileName);

    private Task<Definitions?> Current() => _store.Get<IDefinitionReader>().Current(Cancellation);

    /// <summary>Adds 0.01 to the first weight.</summary>
    /// <returns>The lines as edited.</returns>
    private async Task<string[]> EditOneWeight()
    {
        var lines = Method.Text.Split('\n');
        var at = Array.FindIndex(lines, l => DecimalWeight().IsMatch(l));
        lines[at] = DecimalWeight().Replace(lines[at], m => m.Groups["key"].Value
            + (decimal.Parse(m.Groups["weight"].Value, System.Globalization.CultureInfo.InvariantCulture) + 0.01m).ToString(System.Globalization.CultureInfo.InvariantCulture), 1);
        await File.WriteAllTextAsync(PathOf(Method), string.Join('\n', lines), Cancellation);
        return lines;
    }

    [GeneratedRegex("(?<key>^ *(?:- )?weight: *\"?)(?<weight>0\\.[0-9]+)", RegexOptions.CultureInvariant)]
    private static partial Regex DecimalWeight();
}
