using System.IO.Compression;
using System.Text;
using Indices.Time;
using TestSupport;
using Xunit;

namespace Dashboard.Tests;

/// <summary>An index page with ten years of monthly history is light before any script, and complete without one.</summary>
public class PageWeightTests
{
    private const int Most = 60 * 1024;

    [Theory]
    [InlineData("")]
    [InlineData("?lang=en")]
    public async Task IndexPage_TenYearsOfMonths_IsLightWithItsStyleSheets(string language)
    {
        await using var site = await PublicSite.Open();
        var last = Period.OfMonth(2025, 10);
        // A release each month for ten years, each with all the months so far, so that the list of releases is long too.
        for (var month = 0; month < 120; month++)
            await site.Approve(SampleReleases.Of(SampleDefinitions.Price(), last.Plus(month - 119), PublicSite.Start.AddMonths(month - 119), periods: month + 1));

        var html = await site.Text("/indices/XX-PRICE" + language);

        Assert.Equal(120, Occurrences(html, "<th scope=\"row\">", html.IndexOf("class=\"table-toggle\"", StringComparison.Ordinal), html.IndexOf("</details>", StringComparison.Ordinal)));
        var weight = Compressed(html) + Compressed(Style("tokens.css")) + Compressed(Style("public.css"));
        TestContext.Current.TestOutputHelper!.WriteLine($"{language}: {weight} bytes of HTML and CSS after gzip, {Encoding.UTF8.GetByteCount(html)} bytes of HTML before it");
        Assert.InRange(weight, 1, Most);
    }

    private static int Occurrences(string text, string part, int from, int to) => text[from..to].Split(part).Length - 1;

    private static string Style(string name) => File.ReadAllText(Path.Combine(RepositoryRoot.Path, "src", "Dashboard", "wwwroot", "css", name));

    private static int Compressed(string text)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(Encoding.UTF8.GetBytes(text));
        return (int)bytes.Length;
    }
}
