using System.Collections.Immutable;
using Dashboard.PageModels.Revisions;
using Indices.Intake;
using Indices.Methodology;
using Indices.Releases;
using Indices.Releases.Calendar;
using Indices.Releases.Checks;

namespace Dashboard.PageModels;

/// <param name="IsDemonstration">Synthetic results may be published.</param>
public sealed record ReleaseCheckOptions(bool IsDemonstration = false);

/// <summary>Gathers what the checklist of a release looks at.</summary>
public sealed class ReleaseChecks(
    ICandidateReader candidates, IDefinitionReader definitions, IIntakeReader intake, ICalendarReader calendar, ReleaseCheckOptions options, TimeProvider time)
{
    /// <param name="releaseAt">The instant asked for; null at once.</param>
    /// <exception cref="InvalidOperationException">There is no such version, or no definitions have been loaded.</exception>
    public async Task<ImmutableArray<ChecklistItem>> Read(long id, DateTimeOffset? releaseAt, CancellationToken cancellation = default)
    {
        var content = await candidates.Content(id, cancellation) ?? throw new InvalidOperationException($"没有版本 {id}。There is no version {id}.");
        var current = await definitions.Current(cancellation) ?? throw new InvalidOperationException("没有方法。There are no definitions.");
        var version = content.Version;
        var versions = current.Versions(version.Index);
        var review = await candidates.Review(id, cancellation);
        var published = await candidates.ApprovedBefore(version.Index, version.Period.Plus(1), cancellation);
        var moves = await calendar.Moves(time.GetUtcNow(), cancellation);
        var rows = await intake.OpenRowsOf(current.SeriesCodes(version.Index), cancellation);
        return Checklist.Of(new(
            content, review, versions, published, Required(content, published, versions, review), [.. rows.Select(r => new OpenRows(r.Document, r.Rows))],
            Slot(1), Slot(0), releaseAt, options.IsDemonstration));

        DateTimeOffset? Slot(int later) => versions is [.., { Release: { } rule } newest]
            ? ReleaseSlots.Of(newest, rule, version.Period.Plus(later), current.Calendar, moves).Instant
            : null;
    }

    private static ReleaseKind? Required(
        ReleaseContent content, ReleaseContent? published, ImmutableArray<IndexMethodology> versions, CandidateReview review) =>
        published is not null && versions.FirstOrDefault(v => v.Version == content.Version.MethodologyVersion) is { } methodology
            ? RevisionImpact.Of(content, published, methodology, review, RevisionPolicy.InForce).Class switch
            {
                RevisionClass.Correction => ReleaseKind.Correction,
                RevisionClass.Revision => ReleaseKind.Revision,
                _ => null,
            }
            : null;
}
