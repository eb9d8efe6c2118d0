using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Indices.Calculation;
using Indices.Calculation.Uncertainty;
using Indices.Time;

namespace Indices.Releases;

/// <summary>Everything needed to recompute a release: methodology files by hash, the vintage, the parameters, the inputs by digest, the code's version.</summary>
public static class Receipt
{
    private static readonly string CodeVersion =
        typeof(Receipt).Assembly.ManifestModule.ModuleVersionId.ToString();

    /// <summary>What a release was calculated with, beside its observations.</summary>
    public static CalculationBasis Read(string receipt)
    {
        using var json = JsonDocument.Parse(receipt);
        return new(
            [.. json.RootElement.GetProperty("methodology").EnumerateArray().Select(m => m.GetProperty("version").GetString()!)],
            new(json.RootElement.GetProperty("parameters").EnumerateObject().ToFrozenDictionary(p => p.Name, p => p.Value.GetDouble())));
    }

    /// <summary>Version and SHA-256 of each methodology file that took part, oldest first.</summary>
    public static ImmutableArray<(string Version, string Sha256)> Methodologies(string receipt)
    {
        using var json = JsonDocument.Parse(receipt);
        return [.. json.RootElement.GetProperty("methodology").EnumerateArray().Select(m => (m.GetProperty("version").GetString()!, m.GetProperty("sha256").GetString()!))];
    }

    /// <summary>JSON, keys in a fixed order, doubles in round-trip form.</summary>
    /// <param name="previous">The release whose closed values stand in this one.</param>
    internal static string Write(IndexInputs inputs, IndexResult result, Period period, UncertaintyResult? uncertainty, ReleaseVersion? previous)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("index", result.Code);
            json.WriteString("period", period.ToString());
            json.WriteString("area", result.Area);
            json.WriteString("asOf", inputs.Snapshot.AsOf.ToString());
            if (previous is not null)
                json.WriteString("previous", $"{previous.Period} v{previous.Number}");
            json.WriteStartArray("methodology");
            foreach (var version in inputs.Versions)
            {
                json.WriteStartObject();
                json.WriteString("version", version.Version);
                json.WriteString("sha256", version.Sha256);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteString("catalogueSha256", inputs.Catalogue.Sha256);
            json.WriteStartObject("frozen");
            foreach (var (key, value) in inputs.Frozen.Values.OrderBy(p => p.Key, StringComparer.Ordinal))
                json.WriteNumber(key, value);
            json.WriteEndObject();
            json.WriteStartObject("parameters");
            foreach (var (key, value) in result.Parameters.Values.OrderBy(p => p.Key, StringComparer.Ordinal))
                json.WriteNumber(key, value);
            json.WriteEndObject();
            if (uncertainty is not null)
                Write(json, uncertainty);
            ReceiptInputs.Write(json, inputs);
            json.WriteString("inputsSha256", InputsDigest(inputs));
            json.WriteString("codeVersion", CodeVersion);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    /// <summary>What the draws started from: with the rule of the methodology it repeats them bit by bit. A number of 64 bits is text, as most readers of JSON would round it.</summary>
    private static void Write(Utf8JsonWriter json, UncertaintyResult uncertainty)
    {
        json.WriteStartObject("uncertainty");
        json.WriteString("seed", uncertainty.Seed.ToString(CultureInfo.InvariantCulture));
        json.WriteNumber("draws", uncertainty.Draws);
        json.WriteNumber("runs", uncertainty.Runs);
        json.WriteEndObject();
    }

    /// <summary>Digest of every observation in the methodology's scope and every deal that the calculation could see, with vintage and document.</summary>
    private static string InputsDigest(IndexInputs inputs)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var o in inputs.Snapshot.Observations.Where(o => o.Series.Scope.Length == 0))
            Add($"{o.Series.Indicator}\t{o.Series.Measure}\t{o.Series.Area}\t{o.Series.Scope}\t{o.Series.Origin}\t{o.Period}\t{o.Value:R}\t{o.Bound}\t{o.Status}\t{o.Vintage}\t{o.FirstVintage}\t{o.DocumentSha256}\n");
        foreach (var d in inputs.Snapshot.Deals)
        {
            Add($"{d.Code}\t{d.Area}\t{d.PricingDate:yyyy-MM-dd}\t{d.Product}\t{d.TenorYears}\t{d.Rating}\t{d.Industry}\t{d.Entity}\t{d.Amount:R}\t");
            Add($"{d.CouponPercent:R}\t{d.UpfrontFeePercent:R}\t{d.AnnualFeePercent:R}\t{d.GovernmentYieldPercent:R}\t{d.LoanPrimeRatePercent:R}\t");
            Add($"{d.Origin}\t{d.Vintage}\t{d.DocumentSha256}\n");
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());

        void Add(FormattableString line) => hash.AppendData(Encoding.UTF8.GetBytes(FormattableString.Invariant(line)));
    }
}

/// <param name="Versions">Methodology versions that took part, oldest first.</param>
/// <param name="Parameters">Every frozen or freezable number that was used.</param>
public sealed record CalculationBasis(ImmutableArray<string> Versions, FrozenParameters Parameters);
