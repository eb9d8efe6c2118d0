using Dashboard.Tests;
using Indices.Releases;
using Indices.Time;
using TestSupport;

namespace Dashboard.Tests.Sdmx;

/// <summary>A site with two releases of the composite, a correction of the second, one release of the price index, and one that waits.</summary>
internal static class SdmxSite
{
    internal static readonly Period Last = Period.OfQuarter(2025, 3);
    internal static readonly DateTimeOffset First = PublicSite.Start.AddDays(-90);
    internal static readonly DateTimeOffset Second = PublicSite.Start.AddDays(-30);
    internal static readonly DateTimeOffset Corrected = PublicSite.Start.AddDays(-10);

    internal static async Task<PublicSite> Open()
    {
        var site = await PublicSite.Open();
        await site.Approve(SampleReleases.Of(SampleDefinitions.Composite(), Last.Plus(-1), First, periods: 11));
        var second = SampleReleases.Of(SampleDefinitions.Composite(), Last, Second);
        await site.Approve(second);
        var corrected = SampleReleases.Of(SampleDefinitions.Composite(), Last, Corrected, number: 2, kind: ReleaseKind.Correction, reason: "更正");
        await site.Approve(corrected with { Values = [.. corrected.Values.Select(v => v.Period == Last && v.Node == "G-INFO" ? v with { Text = "99.90" } : v)] });
        await site.Approve(SampleReleases.Of(SampleDefinitions.Price(), Period.OfMonth(2025, 9), Second));
        await site.Approve(SampleReleases.Of(SampleDefinitions.Composite(), Last.Plus(1), PublicSite.Start.AddDays(1)));
        return site;
    }

    internal static async Task<HttpResponseMessage> Get(this PublicSite site, string address, string accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Accept", accept);
        return await site.Client.SendAsync(request, Xunit.TestContext.Current.CancellationToken);
    }

    internal static async Task<string> Text(this PublicSite site, string address, string accept) =>
        await (await site.Get(address, accept)).Content.ReadAsStringAsync(Xunit.TestContext.Current.CancellationToken);
}
