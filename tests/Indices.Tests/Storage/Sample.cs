using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using Indices.Accounts;
using Indices.Calculation;
using Indices.Observations;
using Indices.Provenance;
using Indices.Releases;
using Indices.Time;
using TestSupport;

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
            Uncertainty = SampleUncertainty.Of(of, version),
            Review = new(
                of.Plus(-1),
                [new("PILLAR", "F01", ChangeCause.RevisedData, 0.1 + 0.2), new(index, Contribution.MethodChange, ChangeCause.MethodChange, -1.0 / 3)],
                [new("F01", of, 3.5, 0.7, 4.2000000000000002, null, true, false), new("F02", Period.OfYear(2023), -7, null, null, 2.5, false, true)]),
        };
    }

    public static AuditEntry Audit(string action = "test") => new(Noon, "admin", action, "subject", "ok", "127.0.0.1");

    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
