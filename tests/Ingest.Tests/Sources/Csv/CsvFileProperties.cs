using System.Globalization;
using System.Text;
using CsCheck;
using CsvHelper;
using Indices.Observations;
using Indices.Time;
using Ingest.Sources.Csv;
using Xunit;

namespace Ingest.Tests.Sources.Csv;

public class CsvFileProperties
{
    private static readonly Gen<Period> Periods = Gen.Select(Gen.Int[2000, 2023], Gen.Int[1, 12], Gen.Int[0, 3], (year, part, kind) => kind switch
    {
        0 => Period.OfYear(year),
        1 => Period.OfQuarter(year, (part - 1) / 3 + 1),
        2 => Period.OfMergedJanuaryFebruary(year),
        _ => Period.OfMonth(year, part),
    });

    // Labels hold everything that quoting has to survive.
    private static readonly Gen<string> Labels = OneOf("a", "年末,\"余额\"", "two\nlines", "𠮷", "=1+1", "'", "，").Array[1, 4].Select(parts => string.Concat(parts));

    private static readonly Gen<NewObservation> Rows = Gen.Select(
        OneOf("I-A", "I-B", "指标"), OneOf([.. Measures.All]), Gen.Enum<Origin>(), Periods,
        Gen.Double[-1e12, 1e12], Gen.Enum<ObservationStatus>(), Gen.Enum<Bound>(), Gen.Long[0, 700_000_000_000],
        (indicator, measure, origin, period, value, status, bound, age) => new NewObservation(
            new SeriesId(indicator, measure, "990100", "", origin), period,
            status.IsMissing() || status is ObservationStatus.Q ? null : value.ToString(CultureInfo.InvariantCulture), status,
            new Vintage(Reading.ReceivedAt.Instant.AddMilliseconds(-age)), 0, bound))
        .SelectMany(_ => Labels, (row, label) => row with { Citation = new Citation(label, "https://example.org", "A", label) });

    private static readonly Gen<NewObservation[]> Files =
        Rows.Array[1, 30].Select(rows => rows.DistinctBy(r => (r.Series, r.Period, r.Vintage)).ToArray());

    [Fact]
    public void Reading_WhatWasWritten_GivesItBack() => Files.Sample(rows =>
    {
        var content = CsvFile.Read(Encoding.UTF8.GetBytes(Write(rows)), Reading.AtTheDoor);

        Assert.Empty(content.Faults);
        Assert.Equal(rows, content.Observations.Select(o => o with { Row = 0 }));
    });

    [Fact]
    public void Order_OfRows_DoesNotMatter() => Files.SelectMany(rows => Gen.Shuffle(rows), (rows, shuffled) => (rows, shuffled)).Sample(pair =>
    {
        var straight = CsvFile.Read(Encoding.UTF8.GetBytes(Write(pair.rows)), Reading.AtTheDoor);
        var shuffled = CsvFile.Read(Encoding.UTF8.GetBytes(Write(pair.shuffled)), Reading.AtTheDoor);

        Assert.Equal(
            straight.Observations.Select(o => o with { Row = 0 }).ToHashSet(),
            shuffled.Observations.Select(o => o with { Row = 0 }).ToHashSet());
    });

    [Fact]
    public void Reading_AnyBytes_GivesValuesOrLocatedFaults() =>
        Gen.Byte.Array[0, 200].Sample(bytes => IsTotal(bytes));

    [Fact]
    public void Reading_AnyCells_GivesValuesOrLocatedFaults() =>
        OneOf("indicator", "area", "period", "value", "deal", "status", "available_at", ",", ",", ",", "\n", "\n", "\"", "2024-Q1", "2024-01~02", "9999-12-31", "0001-01-01", "9999", "0001", "-", "1", "I", "A", "\r", "　")
            .Array[0, 60].Select(parts => "indicator,area,period,value,available_at\n" + string.Concat(parts))
            .Sample(text => IsTotal(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void Reading_ADamagedFile_GivesValuesOrLocatedFaults() =>
        Gen.Select(Files, Gen.Int[0, 5000], Gen.Byte).Sample((rows, place, value) =>
        {
            var bytes = Encoding.UTF8.GetBytes(Write(rows));
            bytes[place % bytes.Length] = value;
            IsTotal(bytes);
        });

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);

    private static void IsTotal(byte[] bytes)
    {
        foreach (var context in new[] { Reading.AtTheDoor, Reading.AtTheDoor with { ReceivedAt = null, Blank = ObservationStatus.O } })
        {
            var content = CsvFile.Read(bytes, context);
            Assert.True(content.Observations.Count + content.Deals.Count + content.Faults.Count > 0);
            Assert.All(content.Faults, f => Assert.True(f.Row >= 1 && f.Chinese.Length > 0 && f.English.Length > 0));
        }
    }

    private static string Write(IEnumerable<NewObservation> rows)
    {
        using var text = new StringWriter();
        using var csv = new CsvWriter(text, CultureInfo.InvariantCulture);
        foreach (var header in new[] { "indicator", "measure", "area", "origin", "period", "value", "status", "available_at", "bound", "source_name", "source_url", "tier", "label" })
            csv.WriteField(header);
        csv.NextRecord();
        foreach (var row in rows)
        {
            foreach (var cell in new[]
            {
                row.Series.Indicator, row.Series.Measure, row.Series.Area, row.Series.Origin.ToString(), row.Period.ToString(), row.ValueText ?? "",
                row.Status.ToString(), row.Vintage.ToString(), row.Bound.ToString(), row.Citation!.SourceName, row.Citation.Address, row.Citation.Tier, row.Citation.Label ?? "",
            })
                csv.WriteField(cell);
            csv.NextRecord();
        }
        csv.Flush();
        return text.ToString();
    }
}
