using Indices.Time;
using Xunit;

namespace Indices.Tests.Time;

public sealed class VintageTests
{
    [Fact]
    public void Vintage_Instant_IsUtcWithWholeMilliseconds()
    {
        var vintage = new Vintage(new DateTimeOffset(2024, 5, 20, 10, 0, 0, TimeSpan.FromHours(8)).AddTicks(12_345_678));
        Assert.Equal("2024-05-20T02:00:01.234Z", vintage.ToString());
        Assert.Equal(vintage, Vintage.Parse(vintage.ToString()));
    }

    [Fact]
    public void Vintage_TextOrder_IsTimeOrder()
    {
        var early = new Vintage(new DateTimeOffset(999, 12, 31, 23, 59, 59, TimeSpan.Zero));
        var late = new Vintage(new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero));
        Assert.True(early < late);
        Assert.True(string.CompareOrdinal(early.ToString(), late.ToString()) < 0);
    }
}
