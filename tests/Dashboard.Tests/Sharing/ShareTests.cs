using System.Net;
using Dashboard.Sharing;
using Indices.Observations;
using Indices.Releases;
using Indices.Time;
using Microsoft.Extensions.Logging.Abstractions;
using SkiaSharp;
using TestSupport;
using Xunit;

namespace Dashboard.Tests.Sharing;

/// <summary>Pictures of releases and framed charts.</summary>
public class ShareTests
{
    private static readonly Period Last = Period.OfQuarter(2025, 3);

    private static readonly SKTypeface Typeface = ShareFont.Load(null, NullLogger<ShareFont>.Instance).Typeface
        ?? throw new InvalidOperationException("These tests need the package fonts-noto-cjk.");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Card_AnyIndexOfTheSeed_HasAGlyphForEachCharacter(bool english)
    {
        using var font = new SKFont(Typeface, 20);
        var definitions = SeedDefinitions.All;
        var methods = definitions.IndexCodes.Select(code => definitions.Versions(code)[^1]).ToList();

        Assert.NotEmpty(methods);
        foreach (var methodology in methods)
        {
            var last = Period.Of(methodology.Frequency, 2025, 1);
            var card = ShareCard.Of(SampleReleases.Of(methodology, last, PublicSite.Start, origin: Origin.Synthetic), methodology, new Site(), english ? Language.English : Language.Chinese);
            Assert.All(card.Texts, text => Assert.True(font.ContainsGlyphs(text), text));
        }
    }

    [Fact]
    public void Draw_SameCard_GivesTheSamePictureOfTheAgreedSize()
    {
        var methodology = SampleDefinitions.Composite();
        var card = ShareCard.Of(SampleReleases.Of(methodology, Last, PublicSite.Start), methodology, new Site(), Language.Chinese);

        var png = ShareImage.Draw(card, Typeface);
        using var picture = SKBitmap.Decode(png);

        Assert.Equal(png, ShareImage.Draw(card, Typeface));
        Assert.Equal((1200, 630), (picture.Width, picture.Height));
        Assert.NotEqual(png, ShareImage.Draw(card with { Value = "1.00" }, Typeface));
        Assert.NotEqual(png, ShareImage.Draw(card with { Mark = "演示数据" }, Typeface));
    }

    [Fact]
    public async Task Picture_ReleaseNotDue_IsMissingLikeOneThatNeverWas()
    {
        await using var site = await PublicSite.Open();
        await site.Approve(SampleReleases.Of(SampleDefinitions.Composite(), Last, PublicSite.Start.AddTicks(1)));

        foreach (var address in new[] { "/indices/XX-CREDIT/2025-Q3/v1/share.png", "/indices/XX-CREDIT/latest/share.png", "/embed/XX-CREDIT" })
        {
            var (hidden, never) = (await site.Get(address), await site.Get(address.Replace("XX-CREDIT", "XX-NONE", StringComparison.Ordinal)));
            Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
            Assert.Equal(await never.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), await hidden.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }
        site.Clock.Advance(TimeSpan.FromTicks(1));
        var shown = await site.Get("/indices/XX-CREDIT/latest/share.png");
        Assert.Equal("image/png", shown.Content.Headers.ContentType!.MediaType);
        Assert.Equal(
            await shown.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken),
            await (await site.Get("/indices/XX-CREDIT/2025-Q3/v1/share.png")).Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Embed_Released_MayBeFramedAndNothingElseMay()
    {
        await using var site = await PublicSite.Open();
        await site.Approve(SampleReleases.Of(SampleDefinitions.Composite(), Last, PublicSite.Start, origin: Origin.Synthetic));

        var embed = await site.Get("/embed/XX-CREDIT");
        var html = await embed.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Contains("frame-ancestors *;", Policy(embed), StringComparison.Ordinal);
        Assert.Contains("demo-mark", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        foreach (var other in new[] { "/", "/indices/XX-CREDIT", "/indicators", "/search", "/embed" })
            Assert.Contains("frame-ancestors 'none';", Policy(await site.Get(other)), StringComparison.Ordinal);
    }

    private static string Policy(HttpResponseMessage answer) => Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
}
