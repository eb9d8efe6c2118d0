using Dashboard.PageModels;
using Indices.Methodology;
using Indices.Provenance;
using Indices.Releases.Calendar;

namespace Dashboard.Security;

/// <summary>Whether something can be announced for an instant: a working day, a full minute, to come, and the publishing job looks then.</summary>
internal sealed class SlotCheck(IDefinitionReader definitions, IJobControl jobs, TimeProvider time)
{
    /// <summary>Key of the job that records publications and wakes the screens.</summary>
    internal const string Publishing = "publish";

    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);

    /// <exception cref="InvalidOperationException">It cannot; the message says why.</exception>
    internal async Task Require(DateTimeOffset instant, CancellationToken cancellation)
    {
        var current = await definitions.Current(cancellation) ?? throw new InvalidOperationException("没有方法。There are no definitions.");
        ReleaseSlots.Check(instant, current.Calendar, time.GetUtcNow());
        var fire = await jobs.NextFire(Publishing, instant, cancellation);
        if (fire is null || fire - instant > s_patience)
            throw new InvalidOperationException(
                $"登记发布的作业届时不运行（{(fire is { } at ? Figures.Instant(at) : "已暂停")}）。The publishing job does not run then ({(fire is { } next ? Figures.Instant(next) : "held")}).");
    }
}
