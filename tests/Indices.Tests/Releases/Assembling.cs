using System.Collections.Immutable;
using Indices.Calculation;
using Indices.Methodology;
using Indices.Observations;
using Indices.Releases;
using Indices.Tests.Calculation.Composite;
using Indices.Time;
using TestSupport;

namespace Indices.Tests.Releases;

/// <summary>Candidates of the worked example of the methodology, section 15.1.</summary>
internal static class Assembling
{
    internal static Period Last { get; } = Period.OfQuarter(2023, 3);

    internal static DateTimeOffset At { get; } = new(2023, 11, 24, 2, 0, 0, TimeSpan.Zero);

    // Few draws: what a release does with them does not depend on how many.
    private static readonly UncertaintyRule s_few = new() { Draws = 64, Sensitivity = [.. Enum.GetValues<UncertaintyGroup>()], Resamples = 4 };

    /// <param name="openWindow">Quarters that the release recomputes.</param>
    internal static IndexInputs Inputs(IEnumerable<Observation>? observations = null, int openWindow = 5, Vintage? asOf = null, Period? last = null) => new(
        [WorkedExample.First with { OpenWindow = openWindow, Uncertainty = s_few }, WorkedExample.Second with { OpenWindow = openWindow, Uncertainty = s_few }],
        TestIndex.EmptyCatalogue, new Snapshot(asOf ?? TestIndex.Later, observations ?? WorkedExample.Data()), TestIndex.City, last ?? Last, FrozenParameters.None);

    internal static NewCandidate Candidate(IndexInputs inputs, ReleaseContent? previous = null) => CandidateAssembly.Assemble(
        IndexCalculator.Calculate(inputs), inputs, inputs.Last, ReleaseKind.Initial, null, previous, "scheduler", At);

    /// <summary>A release as it would be read back.</summary>
    internal static ReleaseContent Released(NewCandidate candidate, ImmutableArray<PublishedValue>? values = null) => new(
        new ReleaseVersion(
            1, candidate.Index, candidate.Period, 1, candidate.Kind, candidate.Reason, candidate.MethodologyVersion, candidate.DataVintage,
            candidate.Origin, candidate.Fingerprint, 1, At, ReleaseState.Approved, At, "reviewer", At),
        values ?? candidate.Values, candidate.Contributions, candidate.Scores, candidate.Levels, candidate.Notes)
    { Uncertainty = candidate.Uncertainty };

    internal static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
