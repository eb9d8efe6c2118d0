using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using AngleSharp;
using AngleSharp.Dom;
using Dashboard.Tests.Components.MathML;
using Indices.Methodology;
using Indices.Observations;
using Indices.Time;
using TestSupport;
using Xunit;

namespace Dashboard.Tests;

/// <summary>Methodology pages as a browser without scripts receives them.</summary>
public sealed partial class MethodologyPagesTests
{
    /// <summary>Latin words that Chinese statistics use as they are: names of formulas, functions, programmes and formats.</summary>
    private static readonly HashSet<string> Latin = ["Laspeyres", "Paasche", "Fisher", "Lowe", "REITs", "min", "max", "sgn", "med"];

    public static TheoryData<string> SeedCodes { get; } = new(SeedDefinitions.All.Indices.Select(m => $"/indices/{m.Code}/methodology/{m.Version}"));

    [Theory]
    [MemberData(nameof(SeedCodes))]
    public async Task Page_InChinese_HasNoEnglishLeft(string address)
    {
        await using var site = await PublicSite.Open(SeedDefinitions.All);
        var words = LatinWord().Matches(Text(await Document(site, address))).Select(m => m.Value).Where(w => !Latin.Contains(w)).Distinct();
        Assert.Empty(words);
    }

    [Theory]
    [MemberData(nameof(SeedCodes))]
    public async Task Page_InEnglish_HasNoChineseLeft(string address)
    {
        await using var site = await PublicSite.Open(SeedDefinitions.All);
        var words = ChineseWord().Matches(Text(await Document(site, address + "?lang=en"))).Select(m => m.Value).Distinct();
        Assert.Empty(words);
    }

    [Theory]
    [MemberData(nameof(SeedCodes))]
    public async Task Page_Formulas_AreMathMlCoreWithNames(string address)
    {
        await using var site = await PublicSite.Open(SeedDefinitions.All);
        var html = await site.Text(address);
        var formulas = Formula().Matches(html);
        Assert.True(formulas.Count > 20);
        Assert.All(formulas, f => Assert.All(
            XElement.Parse(f.Value).DescendantsAndSelf(), e => Assert.Contains(e.Name.LocalName, MathMarkupTests.CoreElements)));
        var page = await Document(site, address);
        Assert.All(page.QuerySelectorAll("math"), m => Assert.NotEmpty(m.GetAttribute("aria-label")!));
        Assert.Empty(page.QuerySelectorAll("[style], style"));
    }

    [Theory]
    [MemberData(nameof(SeedCodes))]
    public async Task Page_ContentsAndTree_LeadToWhatIsThere(string address)
    {
        await using var site = await PublicSite.Open(SeedDefinitions.All);
        var page = await Document(site, address);
        var targets = page.QuerySelectorAll(".contents a, .weights a").Select(a => a.GetAttribute("href")![1..]).ToList();
        Assert.True(targets.Count > 20);
        Assert.All(targets, id => Assert.Single(page.QuerySelectorAll("[id]"), e => e.Id == id));
    }

    [Fact]
    public async Task Page_OlderVersion_HasItsOwnAddressAndABanner()
    {
        await using var site = await PublicSite.Open(SeedDefinitions.All);

        var old = await Document(site, "/indices/HZ-CMVI/methodology/1.0.0");
        var newest = await Document(site, "/indices/HZ-CMVI/methodology/2.0.0");

        Assert.Equal("/indices/HZ-CMVI/methodology", old.QuerySelector(".notice a")!.GetAttribute("href"));
        Assert.Contains("（1.0.0 版）", old.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Null(newest.QuerySelector(".notice"));
        Assert.Equal(await site.Text("/indices/HZ-CMVI/methodology"), await site.Text("/indices/HZ-CMVI/methodology/2.0.0"));
        Assert.Contains(newest.QuerySelectorAll(".version a"), a => a.GetAttribute("href") == "/indices/HZ-CMVI/methodology/1.0.0");
        Assert.Equal(6, newest.QuerySelectorAll(".changes tbody tr").Length);
    }

    [Fact]
    public async Task Page_UnknownVersion_IsNotFound()
    {
        await using var site = await PublicSite.Open();
        Assert.Equal(HttpStatusCode.NotFound, (await site.Get("/indices/XX-CREDIT/methodology/9.0.0")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Get("/indices/YY-NONE/methodology/1.0.0")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Get("/indices/XX-CREDIT/methodology/9.0.0.yaml")).StatusCode);
    }

    [Fact]
    public async Task Page_NothingReleased_SaysThatThereIsNothingToWorkOut()
    {
        await using var site = await PublicSite.Open();
        var page = await Document(site, "/indices/XX-CREDIT/methodology");
        Assert.Contains("本版尚无可以公开演算的发布", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector(".demo-banner"));
        Assert.Contains("第一版。", page.QuerySelector(".version")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_PriceIndexReleased_WorksOutTheChangeAndMarksDemonstration()
    {
        await using var site = await PublicSite.Open();
        await site.Approve(SampleReleases.Of(SampleDefinitions.Price(), Period.OfMonth(2025, 10), PublicSite.Start, origin: Origin.Synthetic));

        var page = await Document(site, "/indices/XX-PRICE/methodology");

        Assert.Equal(3, page.QuerySelectorAll(".steps li").Length);
        Assert.NotNull(page.QuerySelector(".demo-banner"));
        Assert.NotEmpty(page.QuerySelectorAll(".demo-mark"));
        Assert.Equal(2, page.QuerySelectorAll("table.cells tbody tr").Length);
    }

    [Fact]
    public async Task File_OfAVersion_IsTaggedWithItsHash()
    {
        await using var site = await PublicSite.Open();
        var answer = await site.Get("/indices/XX-CREDIT/methodology/1.0.0.yaml");
        Assert.Equal($"\"{SampleDefinitions.Composite().Sha256}\"", answer.Headers.ETag!.Tag);

        using var again = new HttpRequestMessage(HttpMethod.Get, "/indices/XX-CREDIT/methodology/1.0.0.yaml");
        again.Headers.IfNoneMatch.Add(answer.Headers.ETag);
        Assert.Equal(HttpStatusCode.NotModified, (await site.Client.SendAsync(again, Xunit.TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public void Hash_OfASeedVersion_IsThatOfTheFilesBytes() => Assert.All(
        SeedDefinitions.Files.Where(f => f.Kind == DefinitionKind.Methodology), file =>
        {
            var bytes = File.ReadAllBytes(Path.Combine(SeedDefinitions.Folder, file.FileName));
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), SeedDefinitions.All.Versions(file.Code).Single(v => v.Version == file.Version).Sha256);
            Assert.Equal(bytes, Encoding.UTF8.GetBytes(file.Text));
        });

    /// <summary>What is read on the page, codes and text marked as being in another language left out.</summary>
    private static string Text(IDocument page)
    {
        var language = page.DocumentElement.GetAttribute("lang")!;
        foreach (var foreign in page.QuerySelectorAll("code, script, math mi, [lang]").Where(e => e.GetAttribute("lang") != language).ToList())
            if (foreign != page.DocumentElement)
                foreign.Remove();
        var body = page.Body!.QuerySelectorAll("*").SelectMany(e => e.ChildNodes.OfType<IText>().Select(t => t.Data)
            .Concat(new[] { "aria-label", "data-label", "alttext", "title" }.Select(a => e.GetAttribute(a) ?? "")));
        var text = string.Join('\n', body.Append(page.Title));
        Assert.True(text.Length > 3000);
        return text;
    }

    private static async Task<IDocument> Document(PublicSite site, string address)
    {
        var html = await site.Text(address);
        return await BrowsingContext.New().OpenAsync(r => r.Content(html), Xunit.TestContext.Current.CancellationToken);
    }

    // Three lower-case letters in a row are a word; abbreviations, units and symbols are not.
    [GeneratedRegex(@"[A-Za-z]*[a-z]{3,}[A-Za-z]*", RegexOptions.CultureInvariant)]
    private static partial Regex LatinWord();

    [GeneratedRegex(@"[\u3000-\u9fff\uff00-\uffef]+", RegexOptions.CultureInvariant)]
    private static partial Regex ChineseWord();

    [GeneratedRegex(@"<math.*?</math>", RegexOptions.Singleline)]
    private static partial Regex Formula();
}
