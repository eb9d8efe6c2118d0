using Xunit;

namespace Browser.Tests;

/// <summary>Whole releases of the demonstration as the program serves them: from the seeds through the jobs, the engine, the database and HTTP.</summary>
public sealed class GoldenReleaseTests(DemoSite site)
{
    /// <summary>A composite, a price index with withheld sub-indices, and the first release after a change of method.</summary>
    [Theory]
    [InlineData("HZ-FCEI", "2024-Q4", "json")]
    [InlineData("HZ-FCEI", "2024-Q4", "csv")]
    [InlineData("HZ-IFPI", "2024-Q4", "json")]
    [InlineData("HZ-IFPI", "2024-Q4", "csv")]
    [InlineData("HZ-CMVI", "2025-07", "json")]
    [InlineData("HZ-CMVI", "2025-07", "csv")]
    public async Task Release_OfTheDemonstration_HasTheKeptBytes(string index, string period, string format)
    {
        var address = new Uri($"api/v1/indices/{index}/observations?period={period}&asOf=2025-10-31&format={format}", UriKind.Relative);

        var answer = await site.Program.Http.GetByteArrayAsync(address, TestContext.Current.CancellationToken);

        await GoldenRelease.Equal($"{index}_{period}.{format}", answer);
    }

    [Theory]
    [InlineData("a,1\r\nb,2\r\n", "a,1\r\nb,3\r\n", "byte 8, line 2: kept …a,1\r\nb,2\r\n…, answered …a,1\r\nb,3\r\n… (10 and 10 bytes).")]
    [InlineData("a", "ab", "byte 2, line 1: kept …a…, answered …ab… (1 and 2 bytes).")]
    [InlineData("指数", "指数", null)]
    public void Difference_OfTwoContents_NamesTheFirstByteAndLine(string kept, string answer, string? difference) => Assert.Equal(
        difference, GoldenRelease.Difference(System.Text.Encoding.UTF8.GetBytes(kept), System.Text.Encoding.UTF8.GetBytes(answer)));
}
