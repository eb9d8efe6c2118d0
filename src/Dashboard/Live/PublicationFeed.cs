using System.Globalization;
using Dashboard.PageModels;
using Indices.Observations;
using Indices.Releases;
using Indices.Time;

namespace Dashboard.Live;

/// <summary>
/// Tells open pages that something new is visible: a release that was published or fell due, new figures, or a new day.
/// </summary>
/// <remarks>
/// The publish job wakes it, but nothing depends on that: while anyone listens it looks for itself at every instant of a
/// release and at least once a second, so that a release reaches the screens even when the scheduler is dead.
/// </remarks>
public sealed class PublicationFeed : IDisposable
{
    /// <summary>Longest time between two looks while anyone listens.</summary>
    public static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(1);

    /// <summary>Shortest time between two looks, however often it is woken.</summary>
    public static readonly TimeSpan Throttle = TimeSpan.FromMilliseconds(250);

    private readonly IReleaseReader _releases;
    private readonly IObservationReader _observations;
    private readonly TimeProvider _clock;
    private readonly ILogger<PublicationFeed> _log;
    private readonly Lock _gate = new();
    private readonly List<Subscription> _listeners = [];
    private readonly ITimer _timer;
    private DateTimeOffset _lastLook = DateTimeOffset.MinValue;
    private bool _looking;
    private bool _wokenMeanwhile;

    public PublicationFeed(IReleaseReader releases, IObservationReader observations, TimeProvider clock, ILogger<PublicationFeed> log)
    {
        (_releases, _observations, _clock, _log) = (releases, observations, clock, log);
        _timer = clock.CreateTimer(_ => _ = Look(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Changes whenever the public may see something else; equal marks mean equal pages.</summary>
    public async Task<string> Mark(CancellationToken cancellation = default)
    {
        var now = _clock.GetUtcNow();
        var edition = await _releases.Edition(now, cancellation);
        var counter = await _observations.ChangeCounter(cancellation);
        return string.Create(CultureInfo.InvariantCulture, $"{edition}/{counter}/{OfficeClock.DayOf(now):yyyy-MM-dd}");
    }

    /// <summary>Calls <paramref name="changed"/> with the new mark as soon as it is another than <paramref name="shown"/>, and again at each later change.</summary>
    /// <param name="shown">Mark of what the listener shows now, so that nothing between reading and listening is lost.</param>
    /// <param name="changed">May fail: it is then called again at the next look. Never called twice at once.</param>
    public IDisposable Subscribe(string shown, Func<string, Task> changed)
    {
        var listener = new Subscription(this, shown, changed);
        lock (_gate)
            _listeners.Add(listener);
        Wake();
        return listener;
    }

    /// <summary>Something may have been published: look now. Many calls in a short time are one look.</summary>
    public void Wake()
    {
        lock (_gate)
            if (_looking)
                _wokenMeanwhile = true;
            else if (_listeners.Count > 0)
                Schedule(TimeSpan.Zero);
    }

    public void Dispose() => _timer.Dispose();

    private async Task Look()
    {
        lock (_gate)
        {
            if (_looking || _listeners.Count == 0)
                return;
            _looking = true;
            _lastLook = _clock.GetUtcNow();
        }
        var next = Heartbeat;
        try
        {
            next = await TellEveryone();
        }
        catch (Exception failure)
        {
            _log.LogWarning(failure, "Could not look for new publications; trying again in a second.");
        }
        finally
        {
            LookAgain(next);
        }
    }

    /// <returns>Time until the next look.</returns>
    private async Task<TimeSpan> TellEveryone()
    {
        var mark = await Mark();
        Subscription[] behind;
        lock (_gate)
            behind = [.. _listeners.Where(l => l.Shown != mark)];
        // Not awaited: one screen that hangs must not keep the others waiting.
        foreach (var listener in behind)
            _ = listener.Tell(mark, _log);
        var now = _clock.GetUtcNow();
        return await _releases.NextInstant(now) is { } due && due - now < Heartbeat ? due - now : Heartbeat;
    }

    private void LookAgain(TimeSpan next)
    {
        lock (_gate)
        {
            _looking = false;
            var wait = _wokenMeanwhile ? TimeSpan.Zero : next;
            _wokenMeanwhile = false;
            if (_listeners.Count > 0)
                Schedule(wait);
        }
    }

    private void Schedule(TimeSpan wait)
    {
        var earliest = _lastLook + Throttle - _clock.GetUtcNow();
        _timer.Change(wait > earliest ? wait : earliest > TimeSpan.Zero ? earliest : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }

    private void Remove(Subscription listener)
    {
        lock (_gate)
            _listeners.Remove(listener);
    }

    private sealed class Subscription(PublicationFeed feed, string shown, Func<string, Task> changed) : IDisposable
    {
        private int _telling;

        public string Shown { get; private set; } = shown;

        public async Task Tell(string mark, ILogger log)
        {
            if (Interlocked.Exchange(ref _telling, 1) == 1)
                return;
            try
            {
                await changed(mark);
                Shown = mark;
            }
            catch (Exception failure)
            {
                log.LogWarning(failure, "A page could not show what is new; it is told again at the next look.");
            }
            finally
            {
                Volatile.Write(ref _telling, 0);
            }
        }

        public void Dispose() => feed.Remove(this);
    }
}
