using Indices.Observations;
using Indices.Provenance;
using Indices.Time;
using Ingest.Sources;
using Ingest.Sources.Csv;
using Ingest.Tests.Sources.Csv;
using Ingest.Validation;
using TestSupport;
using Xunit;

namespace Ingest.Tests.Sources;

/// <summary>What comes with the program passes its own door.</summary>
public class SeedFilesTests
{
    public static TheoryData<string> Files()
    {
        var files = new TheoryData<string>();
        foreach (var folder in new[] { "demo", "public" })
            foreach (var path in Directory.EnumerateFiles(RepositoryRoot.File("data", "seed", folder), "*.csv").Order(StringComparer.Ordinal))
                files.Add(Path.GetRelativePath(RepositoryRoot.Path, path));
        return files;
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void SeedFile_IsTakenInWhole(string file)
    {
        var now = new Vintage(TimeProvider.System.GetUtcNow());
        var context = new FileContext(new string('a', 64), Origin.Synthetic, null, now, null, Reading.Shanghai);

        var content = CsvFile.Read(File.ReadAllBytes(RepositoryRoot.File(file)), context);
        var parsed = ContentValidation.Check(
            new RawDocument(context.Sha256, file, "seed:" + file, "text/csv", 0, now, "test"), content, new KnownSeries(SeedDefinitions.All), Reading.Shanghai).WithoutHeld;

        Assert.Empty(parsed.Refused);
        Assert.NotEqual(0, parsed.Observations.Count + parsed.Deals.Count);
    }
}
