using Indices.Provenance;
using Xunit;

namespace Indices.Tests.Provenance;

public sealed class ScheduleStateTests
{
    /// <summary>Events oldest first as job:kind, and what holds of job a.</summary>
    [Theory]
    [InlineData("", null, null)]
    [InlineData("a:Paused", null, "Paused")]
    [InlineData("b:Paused", null, null)]
    [InlineData("*:Paused", null, "Paused")]
    [InlineData("*:Paused a:Released", null, null)]
    [InlineData("a:Paused *:Released", null, null)]
    [InlineData("a:Paused a:Stopped", null, "Stopped")]
    [InlineData("a:Stopped a:Released", null, null)]
    [InlineData("a:Changed", "new", null)]
    [InlineData("a:Changed a:Paused", "new", "Paused")]
    [InlineData("a:Changed a:Reset", null, null)]
    [InlineData("b:Changed", null, null)]
    public void Of_Events_TheNewestSaysWhatHolds(string events, string? cron, string? hold)
    {
        var newestFirst = events.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select((text, i) => Event(text, i)).Reverse().ToList();

        var state = ScheduleState.Of("a", newestFirst);

        Assert.Equal((cron, hold), (state.Cron, state.Hold?.Kind.ToString()));
    }

    private static ScheduleEvent Event(string text, int id)
    {
        var kind = Enum.Parse<ScheduleEventKind>(text.Split(':')[1]);
        return new(id, text.Split(':')[0], kind, kind == ScheduleEventKind.Changed ? "new" : null, "", "wang", DateTimeOffset.UnixEpoch);
    }
}
