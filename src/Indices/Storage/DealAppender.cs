using Indices.Observations;
using Microsoft.Data.Sqlite;

namespace Indices.Storage;

/// <summary>Adds the deals of one document.</summary>
internal sealed class DealAppender(SqliteConnection connection, long document) : VintageAppender<Deal, Deal>, IDisposable
{
    private readonly PreparedCommand _newest = new(connection, $"""
        SELECT {DealRows.Columns} FROM deal d JOIN raw_document r ON r.id = d.document
        WHERE d.code = $1 AND d.vintage <= $2 ORDER BY d.vintage DESC LIMIT 1
        """, 2);

    private readonly PreparedCommand _insert = PreparedCommand.Insert(connection, "deal",
        "code", "vintage", "area", "pricing_date", "product", "tenor_years", "rating", "industry", "entity", "amount",
        "coupon", "upfront_fee", "annual_fee", "government_yield", "loan_prime_rate", "origin", "document");

    private readonly PreparedCommand _confirm = new(connection,
        "INSERT INTO deal_confirmation (code, vintage, document) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING", 3);

    private readonly PreparedCommand _confirmed = new(connection,
        "SELECT vintage FROM deal_confirmation WHERE code = $1 AND vintage = $2", 2);

    private readonly PreparedCommand _firstConfirmationAfter = new(connection, """
        SELECT c.vintage, c.document FROM deal_confirmation c
        WHERE c.code = $1 AND c.vintage > $2 AND NOT EXISTS (
            SELECT 1 FROM deal d WHERE d.code = c.code AND d.vintage > $2 AND d.vintage <= c.vintage)
        ORDER BY c.vintage LIMIT 1
        """, 2);

    protected override Deal? Newest(Deal fact) => _newest.First(DealRows.Read, fact.Code, fact.Vintage.ToString());

    protected override bool IsSameVintage(Deal known, Deal fact) => known.Vintage == fact.Vintage;

    protected override bool SaysTheSame(Deal known, Deal fact) =>
        known == fact with { Vintage = known.Vintage, DocumentSha256 = known.DocumentSha256 };

    protected override void Insert(Deal fact) => Insert(fact, fact.Vintage.ToString(), document);

    protected override void Confirm(Deal fact) => _confirm.Execute(fact.Code, fact.Vintage.ToString(), document);

    protected override bool IsConfirmed(Deal fact) =>
        _confirmed.First(r => r.GetString(0), fact.Code, fact.Vintage.ToString()) is not null;

    protected override void RestoreAfter(Deal fact, Deal before)
    {
        var confirmation = _firstConfirmationAfter.First(r => Tuple.Create(r.GetString(0), r.GetInt64(1)), fact.Code, fact.Vintage.ToString());
        if (confirmation is not null)
            Insert(before, confirmation.Item1, confirmation.Item2);
    }

    public void Dispose()
    {
        foreach (var command in (PreparedCommand[])[_newest, _insert, _confirm, _confirmed, _firstConfirmationAfter])
            command.Dispose();
    }

    private void Insert(Deal deal, string vintage, long source) => _insert.Execute(
        deal.Code, vintage, deal.Area, Texts.Of(deal.PricingDate), deal.Product, deal.TenorYears, deal.Rating,
        deal.Industry, deal.Entity, Texts.Of(deal.Amount), Texts.Of(deal.CouponPercent), Texts.Of(deal.UpfrontFeePercent),
        Texts.Of(deal.AnnualFeePercent), Texts.Of(deal.GovernmentYieldPercent), Texts.Of(deal.LoanPrimeRatePercent),
        deal.Origin.ToString(), source);
}
