using System.Collections.Immutable;
using Indices.Calculation;
using Indices.Methodology;
using Indices.Observations;
using Indices.Releases;
using Indices.Releases.Checks;
using Indices.Time;
using TestSupport;
using Xunit;

namespace Indices.Tests.Releases.Checks;

public sealed class ChecklistTests
{
    private static readonly Period Quarter = Period.OfQuarter(2026, 3);
    private static readonly DateTimeOffset Slot = new(2026, 12, 9, 2, 0, 0, TimeSpan.Zero);
    private static readonly LocalText Words = new("理由", "reason");

    /// <summary>For each rule a release that is in order but for it.</summary>
    private static readonly Dictionary<string, (bool IsError, Func<ChecklistFacts> Facts)> Faults = new()
    {
        ["coverage: no value"] = (true, () => With(index => index with { Text = null, Status = ObservationStatus.Q })),
        ["coverage: below the minimum"] = (true, () => With(index => index with { Coverage = 0.79 })),
        ["coverage: low"] = (false, () => With(index => index with { Coverage = 0.89 })),
        ["large-change: without a note"] = (true, () => With(index => index with { Text = "250.00" })),
        ["questions: values that look odd"] = (false, () => Facts() with { Review = CandidateReview.None with { Queries = [new OutlierQuery("I-NPL", Quarter, 71, 20, 5.2, 0.4, true, false)] } }),
        ["late-inputs: carried forward"] = (false, () => Of(content => content with { Scores = content.Scores.SetItem(0, content.Scores[0] with { Status = ObservationStatus.I }) })),
        ["note: revision without a reason"] = (true, () => Version(v => v with { Kind = ReleaseKind.Revision })),
        ["note: correction without a notice"] = (true, () => Version(v => v with { Kind = ReleaseKind.Correction, Reason = "错\nwrong" })),
        ["policy: correction called a revision"] = (true, () => Version(v => v with { Kind = ReleaseKind.Revision, Reason = "新\nnew" }) with { Required = ReleaseKind.Correction }),
        ["method: unknown version"] = (true, () => Version(v => v with { MethodologyVersion = "9.0.0" })),
        ["method: not yet in force"] = (true, () => Facts() with { Versions = [SampleDefinitions.Composite() with { EffectiveFrom = Quarter.Plus(1) }] }),
        ["method: an older version"] = (true, () => Facts() with { Versions = [SampleDefinitions.Composite(), SampleDefinitions.Composite(version: "2.0.0") with { EffectiveFrom = Quarter }] }),
        ["disclosure: a withheld value is printed"] = (true, () => Price(content => content with { Values = content.Values.SetItem(1, content.Values[1] with { Text = "101.00" }) })),
        ["disclosure: a cell is printed"] = (true, () => Price(content => content with { Values = content.Values.Add(content.Values[0] with { Node = "C-INF-T1" }) })),
        ["disclosure: contributions"] = (true, () => Price(content => content with { Contributions = [new(Quarter.Plus(-1), Quarter, "P-INF", "C-INF-T1", "0.10", 0.1)] })),
        ["disclosure: one withheld alone"] = (true, () => Price(content => content with
        {
            Values = [.. content.Values.Select(v => v.Node == "P-INF" ? v with { Text = "101.00", Status = ObservationStatus.P } : v)],
        })),
        ["quarantine: rows wait"] = (false, () => Facts() with { OpenRows = [new OpenRows("a.csv", 3)] }),
        ["synthetic: in an office"] = (true, () => Version(v => v with { Origin = Origin.Synthetic })),
        ["off-calendar: another instant"] = (false, () => Facts() with { ReleaseAt = Slot.AddHours(1) }),
        ["off-calendar: at once"] = (false, () => Facts() with { ReleaseAt = null }),
        ["next-date: unknown year"] = (false, () => Facts() with { NextInstant = null }),
    };

    public static TheoryData<string> Wrong => new(Faults.Keys);

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Checklist_OfOneFault_NamesItAndNothingElse(string fault)
    {
        var item = Assert.Single(Checklist.Of(Faults[fault].Facts()));

        Assert.Equal((fault[..fault.IndexOf(':', StringComparison.Ordinal)], Faults[fault].IsError), (item.Code, item.IsError));
        Assert.NotEqual(item.Finding.Chinese, item.Finding.English);
    }

    [Fact]
    public void Checklist_OfAReleaseInOrder_IsEmpty()
    {
        Assert.Empty(Checklist.Of(Facts()));
        Assert.Empty(Checklist.Of(Price(content => content)));
        Assert.Empty(Checklist.Of(Version(v => v with { Origin = Origin.Synthetic }) with { IsDemonstration = true }));
    }

    [Fact]
    public void Checklist_OfALargeChangeWithANote_IsEmpty() =>
        Assert.Empty(Checklist.Of(With(index => index with { Text = "250.00" }, v => v with { Reason = "口径\nscope" })));

    [Fact]
    public void Checklist_OfAnAnnouncedCorrection_IsEmpty() => Assert.Empty(Checklist.Of(
        Version(v => v with { Kind = ReleaseKind.Correction, Reason = "错\nwrong", Notice = new(Words, Words, Words) }) with { Required = ReleaseKind.Correction, ReleaseAt = null }));

    [Fact]
    public void Checklist_OfSeveralFaults_BeginsWithWhatBlocks()
    {
        var items = Checklist.Of(Version(v => v with { Origin = Origin.Synthetic }) with { NextInstant = null, OpenRows = [new OpenRows("a.csv", 3)] });

        Assert.Equal(["synthetic", "quarantine", "next-date"], items.Select(i => i.Code));
    }

    private static ChecklistFacts Facts(ReleaseContent? content = null, IndexMethodology? methodology = null) => new(
        content ?? SampleReleases.Of(SampleDefinitions.Composite(), Quarter, null), CandidateReview.None, [methodology ?? SampleDefinitions.Composite()],
        null, null, [], Slot.AddDays(90), Slot, Slot, false);

    private static ChecklistFacts Of(Func<ReleaseContent, ReleaseContent> change) => Facts(change(SampleReleases.Of(SampleDefinitions.Composite(), Quarter, null)));

    private static ChecklistFacts Version(Func<ReleaseVersion, ReleaseVersion> change) => Of(content => content with { Version = change(content.Version) });

    private static ChecklistFacts With(Func<PublishedValue, PublishedValue> change, Func<ReleaseVersion, ReleaseVersion>? version = null) => Of(content => content with
    {
        Version = version?.Invoke(content.Version) ?? content.Version,
        Values = [.. content.Values.Select(v => v.Period == Quarter && v.Node == content.Version.Index ? change(v) : v)],
    });

    private static ChecklistFacts Price(Func<ReleaseContent, ReleaseContent> change) => Facts(
        change(SampleReleases.Of(SampleDefinitions.Price(), Period.OfMonth(2026, 9), null)), SampleDefinitions.Price());
}
