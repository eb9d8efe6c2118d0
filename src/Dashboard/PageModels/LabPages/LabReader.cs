using System.Collections.Immutable;
using Indices.Calculation;
using Indices.Calculation.Lab;
using Indices.Calculation.Lab.Report;
using Indices.Methodology;
using Indices.Observations;
using Indices.Releases;
using Indices.Time;

namespace Dashboard.PageModels.LabPages;

/// <summary>What the lab says about one index now.</summary>
/// <param name="Report">Null when there is nothing to report on, as <paramref name="Refusal"/> then says.</param>
public sealed record LabReading(Definitions Definitions, string Index, LabReport? Report, Warning? Refusal);

/// <summary>Runs the methodology lab on the newest snapshot. Nothing is stored.</summary>
public sealed class LabReader(IDefinitionReader definitions, IObservationReader observations, ICandidateReader candidates)
{
    /// <param name="index">Null or unknown: the first index of the catalogue.</param>
    /// <returns>Null before any methodology is loaded.</returns>
    public async Task<LabReading?> Read(string? index, DateTimeOffset now, CancellationToken cancellation = default)
    {
        if (await definitions.Current(cancellation) is not { Indices.IsEmpty: false } current)
            return null;
        var code = index is not null && current.IndexCodes.Contains(index) ? index : current.IndexCodes.First();
        var versions = current.Versions(code);
        if (ReleaseCalendar.NewestDue(versions[^1], current.Calendar, now) is not { } last)
            return new(current, code, null, new("还没有到发布日的时期。", "No period has come to its release day yet."));
        var snapshot = await observations.ReadSnapshot(current.SeriesCodes(code), new Vintage(now), cancellation);
        var frozen = await candidates.Frozen(code, cancellation);
        // A second of calculation must not hold up the circuit that asked for it.
        return await Task.Run(() => Report(current, code, versions, snapshot, frozen, last), cancellation);
    }

    private static LabReading Report(
        Definitions current, string code, ImmutableArray<IndexMethodology> versions, Snapshot snapshot, FrozenParameters frozen, Period last)
    {
        var areas = versions[^1].Areas.IsEmpty ? snapshot.Areas : versions[^1].Areas;
        try
        {
            var results = areas.Select(area => IndexCalculator.Calculate(new(versions, current.Catalogue, snapshot, area, last, frozen))).ToList();
            return new(current, code, MethodologyLab.Report(LabSubject.Of(versions[^1], results)), null);
        }
        catch (UndefinedResultException undefined)
        {
            return new(current, code, null, undefined.Reason);
        }
    }
}
