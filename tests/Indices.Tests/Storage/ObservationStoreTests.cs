using Indices.Observations;
using Indices.Time;
using TestSupport;
using Xunit;

namespace Indices.Tests.Storage;

public sealed class ObservationStoreTests : IDisposable
{
    private readonly TemporaryStore _store = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private IObservationReader Reader => _store.Get<IObservationReader>();

    [Fact]
    public async Task ReadSnapshot_BetweenRevisions_GivesWhatWasKnownThen()
    {
        Assert.Equal(new AppendOutcome(false, 1, 0, 0, 0, 0), await Append(Sample.Document("a.csv", Sample.Value("10", Sample.Day(1)))));
        Assert.Equal(new AppendOutcome(false, 0, 1, 0, 0, 0), await Append(Sample.Document("b.csv", Sample.Value("11", Sample.Day(3)))));

        Assert.True((await View(Sample.Day(0))).IsEmpty);
        var preliminary = (await View(Sample.Day(2))).At(Sample.Quarter);
        var revised = (await View(Sample.Day(3))).At(Sample.Quarter);
        Assert.Equal(
            new Observation(Sample.Series, Sample.Quarter, 10, ObservationStatus.A, Sample.Day(1), Sample.Day(1), Sample.Hash("a.csv")), preliminary);
        Assert.Equal(
            new Observation(Sample.Series, Sample.Quarter, 11, ObservationStatus.A, Sample.Day(3), Sample.Day(1), Sample.Hash("b.csv")), revised);
    }

    [Fact]
    public async Task Conversion_IsKeptWithItsValue_AndWithARepetitionThatHoldsAgain()
    {
        var (first, again) = (new Conversion("100,000 万元", "0.0001"), new Conversion("10亿元", "1"));
        await Append(Sample.Document("a.csv", Sample.Value("10", Sample.Day(1)) with { Conversion = first }));
        await Append(Sample.Document("b.csv", Sample.Value("10", Sample.Day(5)) with { Conversion = again }));
        await Append(Sample.Document("c.csv", Sample.Value("11", Sample.Day(3))));

        var history = await Reader.History(Sample.Series, Sample.Quarter, Cancellation);

        Assert.Equal([again, null, first], history.Select(o => o.Conversion));
    }

    [Fact]
    public async Task ReadHistory_OfAnIndicator_GivesEveryVintageUpToTheInstant()
    {
        await Append(Sample.Document("a.csv", Sample.Value("10", Sample.Day(1))));
        await Append(Sample.Document("b.csv", Sample.Value("11", Sample.Day(3)), Sample.Value("5", Sample.Day(3), Sample.Series with { Indicator = "F02" })));
        await Append(Sample.Document("c.csv", Sample.Value("12", Sample.Day(5))));

        var history = await Reader.ReadHistory([Sample.Series.Indicator], Sample.Day(4), Cancellation);

        Assert.Equal([Sample.Day(1), Sample.Day(3)], history.Vintages([Sample.Series.Indicator]));
        Assert.Equal((await Reader.ReadSnapshot([Sample.Series.Indicator], Sample.Day(4), Cancellation)).Observations, history.Newest.Observations);
        Assert.Equal(10, Assert.Single(history.At(Sample.Day(2), [Sample.Series.Indicator]).Observations).Value);
        Assert.Equal(2, (await Reader.ReadHistory([], Sample.Day(4), Cancellation)).Newest.Observations.Count());
    }

    [Fact]
    public async Task Append_SameBytesTwice_ChangesNothing()
    {
        var document = Sample.Document("a.csv", Sample.Value("10", Sample.Day(1)));
        await Append(document);
        var counter = await Reader.ChangeCounter(Cancellation);

        var again = await Append(document with { Document = document.Document with { Name = "copy.csv" } });

        Assert.Equal(new AppendOutcome(true, 0, 0, 0, 0, 0), again);
        Assert.True(await Reader.IsKnown(document.Document.Sha256, Cancellation));
        Assert.False(await Reader.IsKnown(Sample.Hash("other"), Cancellation));
        Assert.Single(await Reader.Documents(10, Cancellation));
        Assert.Equal(counter, await Reader.ChangeCounter(Cancellation));
    }

    [Fact]
    public async Task Append_EqualToTheNewestKnown_AddsNoVintage()
    {
        await Append(Sample.Document("a.csv", Sample.Value("10", Sample.Day(1)), Sample.Value(null, Sample.Day(1), period: Sample.Quarter.Plus(1))));
        var counter = await Reader.ChangeCounter(Cancellation);

        var outcome = await Append(Sample.Document(
            "b.csv", Sample.Value("10", Sample.Day(2)), Sample.Value(null, Sample.Day(2), period: Sample.Quarter.Plus(1))));

        Assert.Equal(new AppendOutcome(false, 0, 0, 2, 0, 0), outcome);
        Assert.Single(await Reader.History(Sample.Series, Sample.Quarter, Cancellation));
        Assert.Equal(counter, await Reader.ChangeCounter(Cancellation));
        Assert.Equal(Sample.Day(1), await Reader.NewestVintage([], false, Cancellation));
    }

    [Fact]
    public async Task Append_OtherStatusOrBound_IsARevision()
    {
        var value = Sample.Value("10", Sample.Day(1));
        await Append(Sample.Document("a.csv", value));

        await Append(Sample.Document("b.csv", value with { Status = ObservationStatus.P, Vintage = Sample.Day(2) }));
        await Append(Sample.Document("c.csv", value with { Status = ObservationStatus.P, Bound = Bound.Lower, Vintage = Sample.Day(3) }));

        var history = await Reader.History(Sample.Series, Sample.Quarter, Cancellation);
        Assert.Equal([Sample.Day(3), Sample.Day(2), Sample.Day(1)], history.Select(o => o.Vintage));
        Assert.Equal([Bound.Lower, Bound.None, Bound.None], history.Select(o => o.Bound));
        Assert.Equal([ObservationStatus.P, ObservationStatus.P, ObservationStatus.A], history.Select(o => o.Status));
        Assert.All(history, o => Assert.Equal(Sample.Day(1), o.FirstVintage));
    }

    [Fact]
    public async Task Append_OtherValueAtTheSameVintage_IsSetAsideWithBothValues()
    {
        await Append(Sample.Document("a.csv", Sample.Value("10", Sample.Day(1))));

        var outcome = await Append(Sample.Document(
            "b.csv", Sample.Value("12.5", Sample.Day(1), row: 7), Sample.Value("3", Sample.Day(1), period: Sample.Quarter.Plus(1))));

        Assert.Equal(new AppendOutcome(false, 1, 0, 0, 0, 1), outcome);
        Assert.Equal(10, (await View(Sample.Day(5))).ValueAt(Sample.Quarter));
        var row = Assert.Single(await Reader.Quarantine(10, Cancellation));
        Assert.Equal((Sample.Hash("b.csv"), "b.csv", 7, "value"), (row.DocumentSha256, row.Document, row.Row, row.Column));
        Assert.All([row.ReasonChinese, row.ReasonEnglish], reason =>
        {
            Assert.Contains("10 [A]", reason, StringComparison.Ordinal);
            Assert.Contains("12.5 [A]", reason, StringComparison.Ordinal);
            Assert.Contains("a.csv", reason, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Append_ContradictsAConfirmation_IsSetAside()
    {
        await Append(Sample.Document("a.csv", Sample.Value("10", Sample.Day(1))));
        await Append(Sample.Document("b.csv", Sample.Value("10", Sample.Day(2))));

        Assert.Equal(new AppendOutcome(false, 0, 0, 0, 0, 1), await Append(Sample.Document("c.csv", Sample.Value("11", Sample.Day(2)))));

        Assert.Equal(10, (await View(Sample.Day(5))).ValueAt(Sample.Quarter));
    }

    [Fact]
    public async Task Append_CancelledHalfWay_StoresNothing()
    {
        using var source = new CancellationTokenSource();
        var values = Enumerable.Range(0, 50).Select(i => Sample.Value("1", Sample.Day(1), period: Sample.Quarter.Plus(i))).ToList();
        var document = Sample.Document("a.csv") with { Observations = new CancelsAt(values, 25, source) };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _store.Get<IObservationWriter>().Append(document, source.Token));

        Assert.False(await Reader.IsKnown(document.Document.Sha256, Cancellation));
        Assert.Empty(await Reader.Latest(10, Cancellation));
        Assert.Equal(50, (await Append(document with { Observations = values })).Added);
    }

    [Fact]
    public async Task Readers_SeveralDocuments_ListTheNewestFirst()
    {
        var other = Sample.Series with { Indicator = "F02", Scope = "省口径", Origin = Origin.Public };
        var citation = new Citation("人民银行", "https://example.org/b", "B", "贷款余额");
        await Append(Sample.Document("a.csv", Sample.Value("1", Sample.Day(1), row: 2), Sample.Value("2", Sample.Day(1), period: Sample.Quarter.Plus(1), row: 3)));
        await Append(Sample.Document("b.csv", Sample.Value("9", Sample.Day(4), other) with { Citation = citation, Bound = Bound.Upper })
            with { Refused = [Sample.Refused("b.csv", 9), Sample.Refused("b.csv", 4)] });
        await Append(Sample.Document("c.csv") with { Refused = [Sample.Refused("c.csv", 1)] });

        Assert.Equal([9d, 2d, 1d], (await Reader.Latest(10, Cancellation)).Select(o => o.Value!.Value));
        Assert.Equal([9d, 2d], (await Reader.Latest(2, Cancellation)).Select(o => o.Value!.Value));
        var quoted = Assert.Single(await Reader.History(other, Sample.Quarter, Cancellation));
        Assert.Equal((other, citation, Bound.Upper), (quoted.Series, quoted.Citation, quoted.Bound));
        Assert.Equal(
            [new(Sample.Raw("c.csv"), 0, 0, 1), new(Sample.Raw("b.csv"), 1, 0, 2), new(Sample.Raw("a.csv"), 2, 0, 0)],
            await Reader.Documents(10, Cancellation));
        Assert.Equal([("c.csv", 1), ("b.csv", 4), ("b.csv", 9)], (await Reader.Quarantine(10, Cancellation)).Select(r => (r.Document, r.Row)));
        Assert.Equal(2, await Reader.ChangeCounter(Cancellation));
        Assert.Equal(Sample.Day(1), await Reader.NewestVintage(["F01"], true, Cancellation));
        Assert.Equal(Sample.Day(4), await Reader.NewestVintage([], false, Cancellation));
        Assert.Equal(["F02"], (await Reader.ReadSnapshot(["F02", "F99"], Sample.Day(9), Cancellation)).Observations.Select(o => o.Series.Indicator));
    }

    [Fact]
    public async Task Deals_RevisedAndRepeated_AsOfGivesOneOfEachCode()
    {
        await Append(Sample.Deals("a.csv", Sample.Deal("D2", Sample.Day(1)), Sample.Deal("D1", Sample.Day(1), 5.1)));
        var outcome = await Append(Sample.Deals("b.csv", Sample.Deal("D2", Sample.Day(2)), Sample.Deal("D1", Sample.Day(2), 5.3)));
        var conflict = await Append(Sample.Deals("c.csv", Sample.Deal("D1", Sample.Day(2), 99)));

        Assert.Equal((1, 0), (outcome.Deals, outcome.Refused));
        Assert.Equal((0, 1), (conflict.Deals, conflict.Refused));
        Assert.Contains("99", Assert.Single(await Reader.Quarantine(9, Cancellation)).ReasonEnglish, StringComparison.Ordinal);
        Assert.Equal([5.1, 12.5], (await Reader.ReadSnapshot([], Sample.Day(1), Cancellation)).Deals.Select(d => d.Amount));
        Assert.Equal(
            [Sample.Deal("D1", Sample.Day(2), 5.3) with { DocumentSha256 = Sample.Hash("b.csv") },
             Sample.Deal("D2", Sample.Day(1)) with { DocumentSha256 = Sample.Hash("a.csv") }],
            (await Reader.ReadSnapshot([], Sample.Day(2), Cancellation)).Deals);
        Assert.Equal([0, 2, 2], (await Reader.Documents(9, Cancellation)).Select(d => d.Deals));
        Assert.Null(await Reader.NewestVintage([], false, Cancellation));
        Assert.Equal(Sample.Day(2), await Reader.NewestVintage([], true, Cancellation));
    }

    public void Dispose() => _store.Dispose();

    private Task<AppendOutcome> Append(ParsedDocument document) => _store.Get<IObservationWriter>().Append(document, Cancellation);

    private async Task<SeriesView> View(Vintage asOf) =>
        (await Reader.ReadSnapshot(["F01"], asOf, Cancellation)).Series("F01", Measures.Value, "330100");

    private sealed class CancelsAt(List<NewObservation> values, int at, CancellationTokenSource source) : IReadOnlyList<NewObservation>
    {
        public NewObservation this[int index] => values[index];

        public int Count => values.Count;

        public IEnumerator<NewObservation> GetEnumerator()
        {
            for (var i = 0; i < values.Count; i++)
            {
                if (i == at)
                    source.Cancel();
                yield return values[i];
            }
        }

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
