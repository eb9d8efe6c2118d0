using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using Indices.Accounts;
using Indices.Calculation;
using Indices.Calculation.Uncertainty;
using Indices.Methodology;
using Indices.Observations;
using Indices.Provenance;
using Indices.Releases;
using Indices.Time;

namespace Indices.Tests.Storage;

/// <summary>Small facts to store.</summary>
internal static class Sample
{
    public static SeriesId Series { get; } = new("F01", Measures.Value, "330100", "", Origin.Official);

    public static Period Quarter { get; } = Period.OfQuarter(2024, 3);

    public static DateTimeOffset Noon { get; } = new(2025, 1, 20, 12, 0, 0, TimeSpan.Zero);

    public static Vintage Day(int day) => new(Noon.AddDays(day));

    public static NewObservation Value(string? text, Vintage vintage, SeriesId? series = null, Period? period = null, int row = 2) =>
        new(series ?? Series, period ?? Quarter, text, text is null ? ObservationStatus.L : ObservationStatus.A, vintage, row);

    public static ParsedDocument Document(string name, params NewObservation[] values) => new(Raw(name), values, [], []);

    public static ParsedDocument Deals(string name, params Deal[] deals) => new(Raw(name), [], deals, []);

    public static RawDocument Raw(string name) =>
        new(Hash(name), name, $"inbox:{name}", "text/csv", name.Length, Day(0), "operator");

    public static QuarantinedRow Refused(string document, int row) =>
        new(Hash(document), document, row, "value", "12x", "不是数字", "not a number");

    public static Deal Deal(string code, Vintage vintage, double amount = 12.5) => new(
        code, "330100", new DateOnly(2024, 8, 9), "debt", 5, "AAA", "infrastructure", "E1", amount, 3.1, 0.2, 0.05, 2.15, null,
        Origin.Synthetic, vintage, "");

    public static NewCandidate Candidate(
        string index = "X-IDX", Period? period = null, string fingerprint = "f1", double factor = 1.25, string version = "1.0.0")
    {
        var of = period ?? Quarter;
        return new(
            index, of, ReleaseKind.Initial, null, version, Day(3), Origin.Synthetic, fingerprint,
            [new(of, index, version, "101.35", 101.34999999999999, ObservationStatus.P, 0.953, null),
             new(of, "PILLAR", version, null, null, ObservationStatus.Q, 0.1 + 0.2, "覆盖不足 coverage too low")],
            [new(of.Plus(-1), of, "PILLAR", "F01", "0.35", 0.34567890123456789), new(of.YearBefore, of, "PILLAR", "F01", "-1.20", -1.2)],
            [new(of, "F01", 1.0 / 3, 61.7, ObservationStatus.A), new(of, "F02", null, null, ObservationStatus.L)],
            [new(of, "average", "3.21", 3.2099999999999995, "%")],
            ["说明 note", "second"],
            new FrozenParameters(new Dictionary<string, double> { [FrozenParameters.BaseFactor(version)] = factor }.ToFrozenDictionary()),
            """{"inputs":[]}""", "scheduler", Noon)
        {
            Uncertainty = Uncertainty(of, version),
            Review = new(
                of.Plus(-1),
                [new("PILLAR", "F01", ChangeCause.RevisedData, 0.1 + 0.2), new(index, Contribution.MethodChange, ChangeCause.MethodChange, -1.0 / 3)],
                [new("F01", of, 3.5, 0.7, 4.2000000000000002, null, true, false), new("F02", Period.OfYear(2023), -7, null, null, 2.5, false, true)]),
        };
    }

    /// <summary>A seed of more bits than a signed number or a double holds.</summary>
    public static UncertaintyResult Uncertainty(Period period, string version) => new(
        period, period.Plus(-1), version, ulong.MaxValue - 2, 8192, 57344,
        new(new(101.4, 1.0 / 3, 99.9, 101.3, 103.1), new(0.1 + 0.2, 0.2, -0.4, 0.3, 0.9), 0.8125),
        new(new(101.3, 0.1 + 0.2, 100.8, 101.3, 101.9), new(0.4, 0.1, -0.1, 0.4, 0.7), 0.97),
        new(new(101.35, 0.35, 100.7, 101.3, 102), new(0.41, 0.12, -0.2, 0.4, 0.8), 0.96),
        [
            new(UncertainOutput.Index, 1.5, [new(UncertaintyGroup.Weights, new(0.2, 0.3), new(0.1, 0.25), new(0.3, 0.35)), new(UncertaintyGroup.Revision, new(-1e-5, 0), new(-2e-5, 0), new(1e-5, 1e-6))]),
            new(UncertainOutput.Change, 0.25, [new(UncertaintyGroup.Weights, new(0.5, 1.0 / 3), new(0.4, 0.5), new(0.6, 0.7))]),
        ]);

    public static AuditEntry Audit(string action = "test") => new(Noon, "admin", action, "subject", "ok", "127.0.0.1");

    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
