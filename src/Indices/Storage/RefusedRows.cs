using Indices.Observations;
using Indices.Provenance;
using Microsoft.Data.Sqlite;

namespace Indices.Storage;

/// <summary>Keeps what was found in one document, with the reason.</summary>
internal sealed class RefusedRows(SqliteConnection connection, long document) : IDisposable
{
    private readonly PreparedCommand _insert = PreparedCommand.Insert(connection, "quarantined_row",
        "document", "position", "source_row", "column_name", "offending_text", "reason_chinese", "reason_english",
        "kind", "code");

    private int _position;

    /// <summary>Findings that keep a row out.</summary>
    public int Count { get; private set; }

    public void Add(QuarantinedRow row)
    {
        _insert.Execute(document, _position++, row.Row, row.Column, row.Text, row.ReasonChinese, row.ReasonEnglish, row.Kind.ToString(), row.Code);
        if (row.Kind != FindingKind.Notice)
            Count++;
    }

    /// <summary>A value that contradicts the one already known at the same vintage.</summary>
    public void Add(RawDocument source, NewObservation value, KnownValue known)
    {
        var stored = Shown(known.ValueText, known.Status, known.Bound);
        var offered = Shown(value.ValueText, value.Status.ToString(), value.Bound.ToString());
        var what = $"{value.Series.Indicator} {value.Series.Measure} {value.Series.Area} {value.Period}";
        Add(new QuarantinedRow(source.Sha256, source.Name, value.Row, "value", offered,
            $"{what} 在同一获知时间 {value.Vintage} 已有另一数值：已存 {stored}（{known.Document}），本行 {offered}。",
            $"{what} already has another value known at {value.Vintage}: stored {stored} ({known.Document}), this row {offered}.", Code: FindingCodes.Contradiction));
    }

    /// <summary>A deal that contradicts the one already known at the same vintage. A deal carries no row number, so 0 stands for it.</summary>
    public void Add(RawDocument source, Deal deal, Deal known)
    {
        var (stored, offered) = (Shown(known), Shown(deal));
        Add(new QuarantinedRow(source.Sha256, source.Name, 0, "", deal.Code,
            $"交易 {deal.Code} 在同一获知时间 {deal.Vintage} 已有另一内容：已存 {stored}（文件 {known.DocumentSha256}），本行 {offered}。",
            $"Deal {deal.Code} already has another content known at {deal.Vintage}: stored {stored} (document {known.DocumentSha256}), this row {offered}.", Code: FindingCodes.Contradiction));
    }

    public void Dispose() => _insert.Dispose();

    private static string Shown(string? value, string status, string bound) =>
        bound == nameof(Bound.None) ? $"{value ?? "–"} [{status}]" : $"{value ?? "–"} [{status}, {bound}]";

    private static string Shown(Deal deal) =>
        FormattableString.Invariant($"{deal.PricingDate:yyyy-MM-dd} {deal.Product} {deal.Amount:R} {deal.CouponPercent:R}%");
}
