using System.Net;
using Dashboard.Security;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Dashboard.Tests.Security;

public sealed class RateLimitsTests
{
    [Fact]
    public void Admits_BurstOfOneAddress_IsRefusedAfterTwenty_AndOthersAreNot()
    {
        using var limits = new RateLimits(new RateLimitOptions(false));

        var admitted = Enumerable.Range(0, 60).Count(_ => limits.Admits(RateLimits.Api, From("192.0.2.1")));

        Assert.InRange(admitted, 20, 21);
        Assert.True(limits.Admits(RateLimits.Api, From("192.0.2.2")));
        Assert.True(limits.Admits(RateLimits.Export, From("192.0.2.1")));
    }

    [Fact]
    public void Admits_ExportsOfOneAddress_AreFive()
    {
        using var limits = new RateLimits(new RateLimitOptions(false));

        Assert.Equal(5, Enumerable.Range(0, 20).Count(_ => limits.Admits(RateLimits.Export, From("192.0.2.1"))));
    }

    [Fact]
    public void Admits_ManyAddressesOfOneIPv6Network_AreOneClient()
    {
        using var limits = new RateLimits(new RateLimitOptions(false));

        var admitted = Enumerable.Range(1, 200).Count(i => limits.Admits(RateLimits.Api, From($"2001:db8:0:1::{i:x}")));

        Assert.InRange(admitted, 20, 21);
        Assert.True(limits.Admits(RateLimits.Api, From("2001:db8:0:2::1")));
    }

    [Fact]
    public void Admits_MappedIPv4_IsTheIPv4Client()
    {
        using var limits = new RateLimits(new RateLimitOptions(false));
        for (var i = 0; i < 30; i++)
            limits.Admits(RateLimits.Api, From("192.0.2.1"));

        Assert.False(limits.Admits(RateLimits.Api, From("::ffff:192.0.2.1")));
    }

    [Theory]
    [InlineData(false, 1000)]
    [InlineData(true, 20)]
    public void Admits_ThisMachine_IsLimitedOnlyWhenAskedFor(bool isAsked, int least)
    {
        using var limits = new RateLimits(new RateLimitOptions(isAsked));

        Assert.InRange(Enumerable.Range(0, 1000).Count(_ => limits.Admits(RateLimits.Api, From("127.0.0.1"))), least, isAsked ? 25 : 1000);
    }

    [Fact]
    public void Partitions_HundredThousandNetworks_StayBelowFiftyMegabytes()
    {
        using var limits = new RateLimits(new RateLimitOptions(false));
        limits.Admits(RateLimits.Api, From("2001:db8::1"));
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var i = 0; i < 100_000; i++)
            limits.Admits(RateLimits.Api, From($"2001:{i >> 16:x}:{i & 0xffff:x}:1::1"));

        var grown = GC.GetTotalMemory(forceFullCollection: true) - before;

        TestContext.Current.TestOutputHelper?.WriteLine($"{grown / 1e6:0.0} MB for 100,000 networks");
        Assert.InRange(grown, 0, 50_000_000);
        Assert.True(limits.Admits(RateLimits.Api, From("192.0.2.2")));
    }

    private static DefaultHttpContext From(string address)
    {
        var http = new DefaultHttpContext();
        http.Connection.RemoteIpAddress = IPAddress.Parse(address);
        return http;
    }
}
