using System.Globalization;
using System.Text.Json;
using Indices.Calculation;
using Indices.Calculation.Uncertainty;
using Indices.Observations;
using Indices.Releases;
using Indices.Tests.Calculation.Composite;
using Indices.Tests.Calculation.Prices;
using Indices.Time;
using TestSupport;
using Xunit;
using static Indices.Tests.Releases.Assembling;

namespace Indices.Tests.Releases;

public sealed class ReceiptTests
{
    [Fact]
    public void Receipt_WrittenTwice_IsTheSameText() => Assert.Equal(Of(Inputs()), Of(Inputs()));

    [Fact]
    public void Receipt_OfTheSameObservationsInAnotherOrder_IsTheSameText() =>
        Assert.Equal(Of(Inputs()), Of(Inputs(WorkedExample.Data().Reverse())));

    [Fact]
    public void Receipt_NamesEverythingThatRecomputingNeeds()
    {
        using var json = JsonDocument.Parse(Of(Inputs()));
        var root = json.RootElement;

        Assert.Equal(
            ["index", "period", "area", "asOf", "methodology", "catalogueSha256", "frozen", "parameters", "uncertainty", "documents", "inputs", "deals", "inputsSha256", "codeVersion"],
            root.EnumerateObject().Select(p => p.Name));
        Assert.Equal(
            [("1.0.0", WorkedExample.First.Sha256), ("2.0.0", WorkedExample.Second.Sha256)],
            root.GetProperty("methodology").EnumerateArray().Select(m => (m.GetProperty("version").GetString(), m.GetProperty("sha256").GetString())));
        var result = IndexCalculator.Calculate(Inputs());
        Assert.Equal(
            result.Parameters.Values.OrderBy(p => p.Key, StringComparer.Ordinal),
            root.GetProperty("parameters").EnumerateObject().Select(p => KeyValuePair.Create(p.Name, p.Value.GetDouble())));
    }

    [Fact]
    public void Read_OfAReceipt_GivesVersionsAndParametersBack()
    {
        var basis = Receipt.Read(Of(Inputs()));

        Assert.Equal(["1.0.0", "2.0.0"], basis.Versions);
        Assert.Equal(
            IndexCalculator.Calculate(Inputs()).Parameters.Values.OrderBy(p => p.Key, StringComparer.Ordinal),
            basis.Parameters.Values.OrderBy(p => p.Key, StringComparer.Ordinal));
    }

    public static TheoryData<string, Func<Observation, Observation>> Edits => new()
    {
        { "value", o => o with { Value = Math.BitIncrement(o.Value!.Value) } },
        { "status", o => o with { Status = ObservationStatus.P } },
        { "bound", o => o with { Bound = Bound.Lower } },
        { "vintage", o => o with { Vintage = new Vintage(o.Vintage.Instant.AddSeconds(1)) } },
        { "document", o => o with { DocumentSha256 = new string('e', 64) } },
        { "origin", o => o with { Series = o.Series with { Origin = Origin.Official } } },
    };

    [Theory]
    [MemberData(nameof(Edits))]
    public void Digest_WithOneInputChanged_IsAnother(string what, Func<Observation, Observation> edit)
    {
        Assert.NotNull(what);
        var edited = WorkedExample.Data().Select((o, place) => place == 3 ? edit(o) : o);

        Assert.NotEqual(Digest(Inputs()), Digest(Inputs(edited)));
    }

    [Fact]
    public void Digest_OfASeriesOfAnotherScope_DoesNotCount()
    {
        var other = WorkedExample.Data().First();
        var scoped = other with { Series = other.Series with { Scope = "province" }, Value = 1 };

        Assert.Equal(Digest(Inputs()), Digest(Inputs(WorkedExample.Data().Append(scoped))));
    }

    [Theory]
    [InlineData("amount")]
    [InlineData("coupon")]
    [InlineData("fee")]
    [InlineData("tenor")]
    [InlineData("entity")]
    [InlineData("spread")]
    [InlineData("vintage")]
    [InlineData("product")]
    public void Digest_WithOneDealChanged_IsAnother(string what)
    {
        var deals = PriceBuilder.ExampleDeals().ToArray();
        Deal[] edited =
        [
            what switch
            {
                "amount" => deals[0] with { Amount = deals[0].Amount + 1 },
                "coupon" => deals[0] with { CouponPercent = deals[0].CouponPercent + 0.01 },
                "fee" => deals[0] with { UpfrontFeePercent = deals[0].UpfrontFeePercent + 0.01 },
                "tenor" => deals[0] with { TenorYears = deals[0].TenorYears + 1 },
                "spread" => deals[0] with { GovernmentYieldPercent = deals[0].GovernmentYieldPercent + 0.01 },
                "vintage" => deals[0] with { Vintage = new Vintage(deals[0].Vintage.Instant.AddDays(-1)) },
                "entity" => deals[0] with { Entity = "E99" },
                _ => deals[0] with { Product = "ABS" },
            },
            .. deals[1..],
        ];

        Assert.NotEqual(Digest(Prices(deals)), Digest(Prices(edited)));
    }

    private static IndexInputs Prices(Deal[] deals) => new(
        [KnownValue.Methodology("prices.yaml")], TestIndex.EmptyCatalogue, new Snapshot(PriceBuilder.Known, [], deals), PriceBuilder.Area,
        Period.OfMonth(2023, 3), FrozenParameters.None);

    [Fact]
    public void Receipt_OfAnIndexWithDraws_SaysWhatTheyStartFrom()
    {
        using var json = JsonDocument.Parse(Of(Inputs()));
        var start = json.RootElement.GetProperty("uncertainty");

        Assert.Equal(Seeds.Of(WorkedExample.First.Code, Last, "2.0.0").ToString(CultureInfo.InvariantCulture), start.GetProperty("seed").GetString());
        Assert.Equal(64, start.GetProperty("draws").GetInt32());
        Assert.Equal(64 * 7, start.GetProperty("runs").GetInt32());
    }

    [Fact]
    public void Receipt_OfAPriceIndex_HasNoDraws()
    {
        using var json = JsonDocument.Parse(Of(Prices([.. PriceBuilder.ExampleDeals()])));
        Assert.False(json.RootElement.TryGetProperty("uncertainty", out _));
    }

    private static string Of(IndexInputs inputs) => Candidate(inputs).Receipt;

    private static string Digest(IndexInputs inputs)
    {
        using var json = JsonDocument.Parse(Of(inputs));
        return json.RootElement.GetProperty("inputsSha256").GetString()!;
    }
}
