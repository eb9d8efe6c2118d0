using System.Data;
using Indices.Observations;
using Indices.Time;
using Microsoft.Data.Sqlite;

namespace Indices.Storage;

/// <summary>Turns rows of the deal table into deals.</summary>
internal static class DealRows
{
    public const string Columns = """
        d.code, d.area, d.pricing_date, d.product, d.tenor_years, d.rating, d.industry, d.entity, d.amount, d.coupon,
        d.upfront_fee, d.annual_fee, d.government_yield, d.loan_prime_rate, d.origin, d.vintage, r.sha256
        """;

    /// <summary>"As of" for deals: of each code the newest vintage not after <paramref name="asOf"/>.</summary>
    public static List<Deal> AsOf(SqliteConnection connection, Vintage asOf)
    {
        const string sql = $"""
            SELECT {Columns}
            FROM (SELECT code, MAX(vintage) AS newest FROM deal WHERE vintage <= @asOf GROUP BY code) AS known
            JOIN deal d ON d.code = known.code AND d.vintage = known.newest
            JOIN raw_document r ON r.id = d.document
            """;
        return connection.List(sql, new { asOf = asOf.ToString() }, Read);
    }

    public static Deal Read(IDataRecord r) => new(
        Code: r.GetString(0),
        Area: r.GetString(1),
        PricingDate: Texts.Day(r.GetString(2)),
        Product: r.GetString(3),
        TenorYears: r.GetInt32(4),
        Rating: r.GetString(5),
        Industry: r.GetString(6),
        Entity: r.GetString(7),
        Amount: r.Number(8),
        CouponPercent: r.Number(9),
        UpfrontFeePercent: r.Number(10),
        AnnualFeePercent: r.Number(11),
        GovernmentYieldPercent: r.NumberOrNull(12),
        LoanPrimeRatePercent: r.NumberOrNull(13),
        Origin: r.Name<Origin>(14),
        Vintage: r.Vintage(15),
        DocumentSha256: r.GetString(16));
}
