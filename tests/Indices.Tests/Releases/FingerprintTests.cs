using Indices.Calculation.Uncertainty;
using Indices.Observations;
using Indices.Releases;
using Indices.Tests.Calculation.Composite;
using Indices.Time;
using TestSupport;
using Xunit;
using static Indices.Tests.Releases.Assembling;

namespace Indices.Tests.Releases;

public sealed class FingerprintTests
{
    private static readonly NewCandidate Shown = Candidate(Inputs()) with
    {
        Levels = [new(Last, "LEVEL", "3.62", 3.6184, "%")],
        Notes = ["基期不全\nbase incomplete"],
    };

    private static readonly UncertaintyResult Drawn = Shown.Uncertainty!;

    public static TheoryData<string, NewCandidate> Changes => new()
    {
        { "index", Shown with { Index = "OTHER" } },
        { "period", Shown with { Period = Last.Plus(1) } },
        { "method", Shown with { MethodologyVersion = "9.0.0" } },
        { "origin", Shown with { Origin = Origin.Official } },
        { "value", Shown with { Values = Shown.Values.SetItem(0, Shown.Values[0] with { Text = "1.00" }) } },
        { "value withheld", Shown with { Values = Shown.Values.SetItem(0, Shown.Values[0] with { Text = null }) } },
        { "value's status", Shown with { Values = Shown.Values.SetItem(0, Shown.Values[0] with { Status = ObservationStatus.Q }) } },
        { "value's coverage", Shown with { Values = Shown.Values.SetItem(0, Shown.Values[0] with { Coverage = 0.123 }) } },
        { "value's reason", Shown with { Values = Shown.Values.SetItem(0, Shown.Values[0] with { Reason = "why" }) } },
        { "value missing", Shown with { Values = Shown.Values.RemoveAt(0) } },
        { "contribution", Shown with { Contributions = Shown.Contributions.SetItem(0, Shown.Contributions[0] with { Text = "0.77" }) } },
        { "score", Shown with { Scores = Shown.Scores.SetItem(0, Shown.Scores[0] with { Score = 1 }) } },
        { "score's value", Shown with { Scores = Shown.Scores.SetItem(0, Shown.Scores[0] with { Value = 1 }) } },
        { "level", Shown with { Levels = [Shown.Levels[0] with { Text = "3.63" }] } },
        { "level's unit", Shown with { Levels = [Shown.Levels[0] with { Unit = "bp" }] } },
        { "note", Shown with { Notes = ["基期不全\nthe base is incomplete"] } },
        { "interval", Shown with { Uncertainty = Drawn with { Published = Drawn.Published with { Index = Drawn.Published.Index with { Lower = Math.BitIncrement(Drawn.Published.Index.Lower) } } } } },
        { "interval of the change", Shown with { Uncertainty = Drawn with { Published = Drawn.Published with { Change = Drawn.Published.Change! with { Upper = 0.5 } } } } },
        { "probability of a rise", Shown with { Uncertainty = Drawn with { Published = Drawn.Published with { ProbabilityOfRise = 0.123 } } } },
        { "all draws", Shown with { Uncertainty = Drawn with { All = Drawn.Published } } },
        { "matched draws", Shown with { Uncertainty = Drawn with { Matched = Drawn.Published } } },
        { "seed", Shown with { Uncertainty = Drawn with { Seed = Drawn.Seed + 1 } } },
        { "sensitivity", Shown with { Uncertainty = Drawn with { Sensitivity = Drawn.Sensitivity.RemoveAt(1) } } },
        { "no uncertainty", Shown with { Uncertainty = null } },
        { "no note", Shown with { Notes = [] } },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void AnythingShown_ThatChanges_ChangesIt(string what, NewCandidate changed)
    {
        Assert.NotNull(what);
        Assert.NotEqual(Of(Shown), Of(changed));
    }

    [Fact]
    public void Vintage_ThatAloneChanges_ChangesNothing()
    {
        var first = Candidate(Inputs());
        var later = Candidate(Inputs(asOf: new Vintage(TestIndex.Later.Instant.AddDays(30))));

        Assert.NotEqual(first.DataVintage, later.DataVintage);
        Assert.Equal(first.Fingerprint, later.Fingerprint);
    }

    [Fact]
    public void OneInput_ThatMovesAPrintedDigit_ChangesIt() => Assert.NotEqual(
        Candidate(Inputs()).Fingerprint,
        Candidate(Inputs(WorkedExample.Data().Select((o, place) => place == 0 ? o with { Value = o.Value * 1.1 } : o))).Fingerprint);

    [Fact]
    public void Candidate_CarriesTheFingerprintOfWhatItHolds()
    {
        var candidate = Candidate(Inputs());
        Assert.Equal(Of(candidate), candidate.Fingerprint);
        Assert.Matches("^[0-9a-f]{64}$", candidate.Fingerprint);
    }

    private static string Of(NewCandidate c) => Fingerprint.Of(
        c.Index, c.Period, c.MethodologyVersion, c.Origin, c.Values, c.Contributions, c.Scores, c.Levels, c.Notes, c.Uncertainty);
}
