using System.Globalization;
using System.IO.Compression;
using System.Net;
using CsvHelper;
using Dashboard.Tests.Sdmx;
using Parquet;
using Parquet.Data;
using Xunit;

namespace Dashboard.Tests.Api;

public sealed class BulkTests
{
    private static CancellationToken Cancellation => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task Zip_OfAllIndices_HoldsEveryStepOfEveryReleaseAndTheMeaningOfEveryColumn()
    {
        await using var site = await SdmxSite.Open();
        using var zip = new ZipArchive(await (await site.Get("/api/v1/bulk.zip")).Content.ReadAsStreamAsync(Cancellation));

        var rows = Rows(zip, "observations.csv");
        var columns = Rows(zip, "codebook.csv").Select(r => r["column"]).ToHashSet();

        Assert.Equal(33 + 3 + 1 + 36, rows.Count);
        Assert.Equal(rows[0].Keys.ToHashSet(), columns);
        Assert.Equal("99.90", rows[^1]["OBS_VALUE"]);
        Assert.Equal("2025-Q3/v2", rows[^1]["RELEASE"]);
        Assert.DoesNotContain(rows, r => r["TIME_PERIOD"] == "2025-Q4");
    }

    [Fact]
    public async Task Parquet_OfAllIndices_HoldsWhatTheZipHolds()
    {
        await using var site = await SdmxSite.Open();
        using var zip = new ZipArchive(await (await site.Get("/api/v1/bulk.zip")).Content.ReadAsStreamAsync(Cancellation));
        var rows = Rows(zip, "observations.csv");

        using var file = new MemoryStream(await (await site.Get("/api/v1/bulk.parquet")).Content.ReadAsByteArrayAsync(Cancellation));
        await using var parquet = await ParquetReader.CreateAsync(file, cancellationToken: Cancellation);
        using var group = parquet.OpenRowGroupReader(0);
        var values = new double?[rows.Count];
        await group.ReadAsync<double>(parquet.Schema.DataFields.Single(f => f.Name == "OBS_VALUE"), values, cancellationToken: Cancellation);

        Assert.Equal(rows[0].Keys, parquet.Schema.DataFields.Select(f => f.Name));
        Assert.Equal(rows.Select(r => r["OBS_VALUE"].Length == 0 ? (double?)null : double.Parse(r["OBS_VALUE"], CultureInfo.InvariantCulture)), values);
    }

    [Theory]
    [InlineData("/api/v1/bulk.zip")]
    [InlineData("/api/v1/bulk.parquet")]
    public async Task Bulk_AskedForAgain_IsTheSameBytesUntilARelease(string address)
    {
        await using var site = await SdmxSite.Open();
        var first = await site.Get(address);
        var again = await site.Get(address);
        site.Clock.Advance(TimeSpan.FromDays(1));
        var later = await site.Get(address);

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal(await first.Content.ReadAsByteArrayAsync(Cancellation), await again.Content.ReadAsByteArrayAsync(Cancellation));
        Assert.NotEqual(first.Headers.ETag, later.Headers.ETag);
    }

    private static List<Dictionary<string, string>> Rows(ZipArchive zip, string name)
    {
        using var csv = new CsvReader(new StreamReader(zip.GetEntry(name)!.Open()), CultureInfo.InvariantCulture);
        csv.Read();
        csv.ReadHeader();
        var rows = new List<Dictionary<string, string>>();
        while (csv.Read())
            rows.Add(csv.HeaderRecord!.ToDictionary(h => h, h => csv.GetField(h)!));
        return rows;
    }
}
