using CsCheck;
using Indices.Observations;
using Indices.Time;
using TestSupport;
using Xunit;

namespace Indices.Tests.Storage;

/// <summary>What is known as of a time depends on what documents say and not on the order in which they arrive.</summary>
public sealed class VintageOrderTests : IDisposable
{
    private readonly TemporaryStore _store = new();
    private int _run;

    [Fact]
    public void ReadSnapshot_EveryOrderOfArrival_KnowsTheSame() =>
        // Three values only, so that a value often returns after a change.
        Gen.Int[0, 2].Array[2, 4].Sample(AssertEveryOrder, iter: 40, threads: 1);

    [Fact]
    public void ReadSnapshot_EveryOrderOfSixVintages_KnowsTheSame() => AssertEveryOrder([0, 1, 1, 2, 0, 2]);

    [Fact]
    public void ReadSnapshot_OneDocumentWithItsVintagesInAnyOrder_KnowsWhatTheyWouldHaveToldOneByOne() =>
        Gen.Int[0, 2].Array[2, 6].Sample(values =>
        {
            var run = Interlocked.Increment(ref _run);
            var orders = Orders([.. Enumerable.Range(0, values.Length)]).Take(24).ToList();
            var rows = from turn in Enumerable.Range(0, values.Length)
                       from i in Enumerable.Range(0, orders.Count)
                       select (turn, i, day: orders[i][turn]);
            var outcome = _store.Get<IObservationWriter>().Append(new ParsedDocument(
                Sample.Raw($"{run}.csv"),
                [.. rows.Select(r => Sample.Value($"{values[r.day]}", Sample.Day(r.day + 1), Series(run, r.i)))],
                [.. rows.Select(r => Sample.Deal(Code(run, r.i), Sample.Day(r.day + 1), values[r.day]))],
                [])).GetAwaiter().GetResult();
            Assert.Equal(0, outcome.Refused);
            for (var day = 0; day <= values.Length; day++)
                AssertKnown(values, orders.Count, run, day);
        }, iter: 40, threads: 1);

    public void Dispose() => _store.Dispose();

    private void AssertEveryOrder(int[] values)
    {
        var run = Interlocked.Increment(ref _run);
        var orders = Orders([.. Enumerable.Range(0, values.Length)]).ToList();
        Store(values, orders, run);
        for (var day = 0; day <= values.Length; day++)
            AssertKnown(values, orders.Count, run, day);
    }

    /// <summary>The n-th document carries what arrives n-th in each order; every order is a series and a deal of its own.</summary>
    private void Store(int[] values, List<int[]> orders, int run)
    {
        for (var turn = 0; turn < values.Length; turn++)
        {
            var document = new ParsedDocument(
                Sample.Raw($"{run}-{turn}.csv"),
                [.. orders.Select((order, i) => Sample.Value($"{values[order[turn]]}", Sample.Day(order[turn] + 1), Series(run, i)))],
                [.. orders.Select((order, i) => Sample.Deal(Code(run, i), Sample.Day(order[turn] + 1), values[order[turn]]))],
                []);
            var outcome = _store.Get<IObservationWriter>().Append(document).GetAwaiter().GetResult();
            Assert.Equal(0, outcome.Refused);
        }
    }

    private void AssertKnown(int[] values, int orders, int run, int day)
    {
        var snapshot = _store.Get<IObservationReader>().ReadSnapshot([$"R{run}"], Sample.Day(day)).GetAwaiter().GetResult();
        var deals = snapshot.Deals.ToDictionary(d => d.Code);
        for (var i = 0; i < orders; i++)
        {
            var known = snapshot.Series($"R{run}", Measures.Value, $"{i}").At(Sample.Quarter);
            Assert.Equal(day == 0 ? null : values[day - 1], known?.Value);
            Assert.Equal(day == 0 ? (Vintage?)null : Sample.Day(1), known?.FirstVintage);
            Assert.Equal(day == 0 ? null : values[day - 1], deals.GetValueOrDefault(Code(run, i))?.Amount);
        }
    }

    private static SeriesId Series(int run, int order) => Sample.Series with { Indicator = $"R{run}", Area = $"{order}" };

    private static string Code(int run, int order) => $"R{run}-{order}";

    private static IEnumerable<int[]> Orders(int[] items) => items.Length <= 1
        ? [items]
        : items.SelectMany(first => Orders([.. items.Where(i => i != first)]).Select(rest => (int[])[first, .. rest]));
}
