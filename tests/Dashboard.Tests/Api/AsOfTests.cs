using Dashboard.Api;
using Xunit;

namespace Dashboard.Tests.Api;

public class AsOfTests
{
    private static readonly DateTimeOffset Now = new(2025, 11, 24, 2, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("2025-11-01T10:00:00+08:00", "2025-11-01T02:00:00Z")]
    [InlineData("2025-11-01T10:00:00 08:00", "2025-11-01T02:00:00Z")]
    [InlineData("2025-11-01T02:00:00Z", "2025-11-01T02:00:00Z")]
    [InlineData("2025-11-01T02:00:00.25Z", "2025-11-01T02:00:00.25Z")]
    [InlineData("2025-11-01", "2025-11-01T15:59:59.9999999Z")]
    public void TryParse_EarlierInstant_IsTaken(string text, string instant)
    {
        var asOf = AsOf.TryParse(text, Now);

        Assert.Equal(new AsOf(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture), true), asOf);
    }

    [Theory]
    [InlineData("2026-01-01T00:00:00Z")]
    [InlineData("2025-11-24")]
    public void TryParse_TheFuture_IsNow(string text) => Assert.Equal(Now, AsOf.TryParse(text, Now)!.Value.Instant);

    [Fact]
    public void TryParse_Nothing_IsNowAndNotAskedFor() => Assert.Equal(new AsOf(Now, false), AsOf.TryParse(null, Now));

    [Theory]
    [InlineData("yesterday")]
    [InlineData("2025-13-01")]
    [InlineData("9999-12-31")]
    [InlineData("2025-11-01T10:00")]
    public void TryParse_Anything_ElseIsRefused(string text) => Assert.Null(AsOf.TryParse(text, Now));
}
