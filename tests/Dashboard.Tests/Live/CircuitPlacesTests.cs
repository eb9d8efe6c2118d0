using Dashboard.Live;
using Xunit;

namespace Dashboard.Tests.Live;

public sealed class CircuitPlacesTests
{
    private readonly CircuitPlaces _places = new(new CircuitLimits { PerAddress = 2, Total = 3 });

    [Fact]
    public void Take_OverTheCapOfAnAddress_IsRefusedToThatAddressAlone()
    {
        using var first = _places.Take("a");
        using var second = _places.Take("a");

        Assert.True(_places.AreTaken("a"));
        Assert.Null(_places.Take("a"));
        Assert.False(_places.AreTaken("b"));
    }

    [Fact]
    public void Take_OverTheCapOfAll_IsRefusedToEveryone()
    {
        using var first = _places.Take("a");
        using var second = _places.Take("b");
        using var third = _places.Take("c");

        Assert.Null(_places.Take("d"));
        Assert.True(_places.AreTaken("d"));
    }

    [Fact]
    public void Take_AfterAPlaceWasLeft_IsGivenAgainOnceForEachTime()
    {
        var first = _places.Take("a")!;
        using var second = _places.Take("a");
        first.Dispose();
        first.Dispose();

        using var third = _places.Take("a");
        Assert.NotNull(third);
        Assert.Null(_places.Take("a"));
    }

    [Fact]
    public void Limits_UnlessConfigured_AreTwentyForAnAddressAndSomeHundredsForAll() =>
        Assert.Equal((20, 400), (new CircuitLimits().PerAddress, new CircuitLimits().Total));
}
