using Dashboard.Live;
using Dashboard.Tests.Fakes;
using Indices.Time;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using TestSupport;
using Xunit;

namespace Dashboard.Tests.Live;

public sealed class PublicationFeedTests : IDisposable
{
    private static readonly DateTimeOffset Start = new(2025, 11, 24, 1, 59, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _clock = new(Start);
    private readonly FakeReleases _releases = new();
    private readonly FakeObservations _observations = new();
    private readonly PublicationFeed _feed;
    private readonly List<string> _told = [];

    public PublicationFeedTests() => _feed = new(_releases, _observations, _clock, NullLogger<PublicationFeed>.Instance);

    [Fact]
    public async Task Release_ThatFallsDueWithoutAnyJob_ReachesListenersAtItsInstant()
    {
        Approve(Start.AddSeconds(60.4));
        using var subscription = await Listen();

        _clock.Advance(TimeSpan.FromSeconds(60));
        Assert.Empty(_told);
        _clock.Advance(TimeSpan.FromMilliseconds(400));

        Assert.Single(_told);
    }

    [Fact]
    public async Task Release_ApprovedForAtOnce_ReachesListenersWithinASecond()
    {
        using var subscription = await Listen();
        _clock.Advance(TimeSpan.FromSeconds(10));
        Approve(_clock.GetUtcNow());

        _clock.Advance(PublicationFeed.Heartbeat);

        Assert.Single(_told);
    }

    [Fact]
    public async Task Wake_AfterAPublication_TellsWithinTheThrottle()
    {
        using var subscription = await Listen();
        Approve(_clock.GetUtcNow());

        _feed.Wake();
        _clock.Advance(PublicationFeed.Throttle);

        Assert.Single(_told);
    }

    [Fact]
    public async Task Wake_WithNothingNew_TellsNoOne()
    {
        using var subscription = await Listen();

        for (var i = 0; i < 100; i++)
        {
            _feed.Wake();
            _clock.Advance(TimeSpan.FromMilliseconds(100));
        }

        Assert.Empty(_told);
    }

    [Fact]
    public async Task Wake_ManyTimesAtOnce_LooksNoMoreOftenThanTheThrottle()
    {
        using var subscription = await Listen();
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        var before = _releases.Editions;

        for (var i = 0; i < 1000; i++)
        {
            _feed.Wake();
            _clock.Advance(TimeSpan.FromMilliseconds(1));
        }

        Assert.InRange(_releases.Editions - before, 3, 5);
    }

    [Fact]
    public async Task Figures_ThatCameIn_ReachListeners()
    {
        using var subscription = await Listen();
        _observations.Stored.Add(SampleTargets.Cited("T2-COUNT", "stock", 2024, 310));

        _clock.Advance(PublicationFeed.Heartbeat);

        Assert.Single(_told);
    }

    [Fact]
    public async Task Day_ThatTurnsInTheOffice_ReachesListeners()
    {
        _clock.SetUtcNow(new DateTimeOffset(2025, 11, 24, 15, 59, 58, TimeSpan.Zero));
        using var subscription = await Listen();

        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Empty(_told);
        _clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Single(_told);
    }

    [Fact]
    public async Task Release_BetweenReadingAndListening_IsNotLost()
    {
        var shown = await _feed.Mark(TestContext.Current.CancellationToken);
        Approve(Start);

        using var subscription = _feed.Subscribe(shown, Tell);
        _clock.Advance(PublicationFeed.Throttle);

        Assert.Single(_told);
    }

    [Fact]
    public async Task Listener_ThatFails_IsToldAgainAndHoldsNoOneUp()
    {
        var failures = 0;
        using var failing = _feed.Subscribe(await _feed.Mark(TestContext.Current.CancellationToken), _ =>
            ++failures < 3 ? throw new InvalidOperationException("circuit is gone") : Task.CompletedTask);
        using var subscription = await Listen();
        Approve(Start);

        for (var i = 0; i < 5; i++)
            _clock.Advance(PublicationFeed.Heartbeat);

        Assert.Equal(3, failures);
        Assert.Single(_told);
    }

    [Fact]
    public async Task Listener_ThatHangs_IsNotToldTwiceAtOnceAndHoldsNoOneUp()
    {
        var calls = 0;
        var hanging = new TaskCompletionSource();
        using var stuck = _feed.Subscribe(await _feed.Mark(TestContext.Current.CancellationToken), _ =>
        {
            calls++;
            return hanging.Task;
        });
        using var subscription = await Listen();
        Approve(Start);

        _clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(1, calls);
        Assert.Single(_told);
    }

    [Fact]
    public async Task Store_ThatDoesNotAnswer_IsAskedAgain()
    {
        using var subscription = await Listen();
        Approve(Start);
        _releases.Failure = new TimeoutException();
        _clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Empty(_told);

        _releases.Failure = null;
        _clock.Advance(PublicationFeed.Heartbeat);

        Assert.Single(_told);
    }

    [Fact]
    public async Task Feed_WithoutListeners_AsksNothing()
    {
        (await Listen()).Dispose();
        _clock.Advance(PublicationFeed.Heartbeat);
        var before = _releases.Editions;

        _feed.Wake();
        _clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal(before, _releases.Editions);
        Assert.Empty(_told);
    }

    public void Dispose() => _feed.Dispose();

    private async Task<IDisposable> Listen()
    {
        var subscription = _feed.Subscribe(await _feed.Mark(TestContext.Current.CancellationToken), Tell);
        _clock.Advance(TimeSpan.Zero);
        return subscription;
    }

    private Task Tell(string mark)
    {
        _told.Add(mark);
        return Task.CompletedTask;
    }

    private void Approve(DateTimeOffset releaseAt) =>
        _releases.Approved.Add(SampleReleases.Of(SampleDefinitions.Composite(), Period.OfQuarter(2025, 3), releaseAt));
}
