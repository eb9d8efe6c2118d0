using System.Globalization;
using CsCheck;
using Dapper;
using Indices.Observations;
using Indices.Releases;
using Indices.Storage;
using Indices.Time;
using TestSupport;
using Xunit;

namespace Indices.Tests.Storage;

public sealed class NumberTests
{
    [Fact]
    public void Observations_TenThousandDecimals_ComeBackDigitForDigit() => Gen.Decimal.Array[10_000].Sample(numbers =>
    {
        var texts = numbers.Select(d => d.ToString(CultureInfo.InvariantCulture)).ToList();
        var values = texts.Select((text, i) => Sample.Value(
            text, Sample.Day(1), Sample.Series with { Area = $"{i / 100}" }, Period.OfYear(1900 + i % 100), row: i + 1));

        using var store = new TemporaryStore();
        store.Get<IObservationWriter>().Append(Sample.Document("a.csv", [.. values])).GetAwaiter().GetResult();

        using var connection = store.Get<Database>().Open();
        Assert.Equal(texts, connection.Query<string>("SELECT value FROM observation ORDER BY source_row"));
        var latest = store.Get<IObservationReader>().Latest(10_000).GetAwaiter().GetResult();
        Assert.Equal(
            texts.Select(t => BitConverter.DoubleToInt64Bits(double.Parse(t, CultureInfo.InvariantCulture))),
            latest.Reverse().Select(o => BitConverter.DoubleToInt64Bits(o.Value!.Value)));
    }, iter: 1);

    [Fact]
    public void Releases_TenThousandDoubles_ComeBackBitForBit() => Gen.Double.Where(double.IsFinite).Array[10_000].Sample(numbers =>
    {
        var candidate = Sample.Candidate() with
        {
            Scores = [.. numbers.Select((n, i) => new PublishedScore(Sample.Quarter, $"F{i}", n, null, ObservationStatus.A))],
        };

        using var store = new TemporaryStore();
        var (id, _) = store.Get<IReleaseWriter>().Propose(candidate).GetAwaiter().GetResult();

        var content = store.Get<ICandidateReader>().Content(id).GetAwaiter().GetResult();
        Assert.Equal(
            numbers.Select(BitConverter.DoubleToInt64Bits),
            content!.Scores.Select(s => BitConverter.DoubleToInt64Bits(s.Value!.Value)));
    }, iter: 1);
}
