using Indices.Observations;
using Microsoft.Data.Sqlite;

namespace Indices.Storage;

/// <summary>A value as stored.</summary>
internal sealed record KnownValue(string Vintage, string? ValueText, string Status, string Bound, string Document);

/// <summary>Adds the values of one document.</summary>
internal sealed class ObservationAppender(SqliteConnection connection, long document)
    : VintageAppender<NewObservation, KnownValue>, IDisposable
{
    private readonly Dictionary<SeriesId, long> _series = [];
    private readonly Dictionary<Citation, long> _citations = [];

    private readonly PreparedCommand _newest = new(connection, """
        SELECT o.vintage, o.value, o.status, o.bound, r.name
        FROM observation o JOIN raw_document r ON r.id = o.document
        WHERE o.series = $1 AND o.period = $2 AND o.vintage <= $3 ORDER BY o.vintage DESC LIMIT 1
        """, 3);

    private readonly PreparedCommand _insert = PreparedCommand.Insert(connection, "observation",
        "series", "period", "vintage", "value", "status", "bound", "citation", "document", "source_row", "printed", "factor");

    private readonly PreparedCommand _confirm = new(connection, """
        INSERT INTO observation_confirmation (series, period, vintage, citation, document, source_row, printed, factor)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING
        """, 8);

    private readonly PreparedCommand _confirmed = new(connection,
        "SELECT vintage FROM observation_confirmation WHERE series = $1 AND period = $2 AND vintage = $3", 3);

    private readonly PreparedCommand _restore = new(connection, """
        INSERT INTO observation (series, period, vintage, value, status, bound, citation, document, source_row, printed, factor)
        SELECT c.series, c.period, c.vintage, $4, $5, $6, c.citation, c.document, c.source_row, c.printed, c.factor
        FROM observation_confirmation c
        WHERE c.series = $1 AND c.period = $2 AND c.vintage > $3 AND NOT EXISTS (
            SELECT 1 FROM observation o
            WHERE o.series = c.series AND o.period = c.period AND o.vintage > $3 AND o.vintage <= c.vintage)
        ORDER BY c.vintage LIMIT 1
        """, 6);

    protected override KnownValue? Newest(NewObservation fact) => _newest.First(
        r => new KnownValue(r.GetString(0), r.TextOrNull(1), r.GetString(2), r.GetString(3), r.GetString(4)),
        Series(fact), fact.Period.ToString(), fact.Vintage.ToString());

    protected override bool IsSameVintage(KnownValue known, NewObservation fact) => known.Vintage == fact.Vintage.ToString();

    protected override bool SaysTheSame(KnownValue known, NewObservation fact) =>
        known.ValueText == fact.ValueText && known.Status == fact.Status.ToString() && known.Bound == fact.Bound.ToString();

    protected override void Insert(NewObservation fact) => _insert.Execute(
        Series(fact), fact.Period.ToString(), fact.Vintage.ToString(), fact.ValueText, fact.Status.ToString(),
        fact.Bound.ToString(), Citation(fact), document, fact.Row, fact.Conversion?.Text, fact.Conversion?.Factor);

    protected override void Confirm(NewObservation fact) => _confirm.Execute(
        Series(fact), fact.Period.ToString(), fact.Vintage.ToString(), Citation(fact), document, fact.Row, fact.Conversion?.Text, fact.Conversion?.Factor);

    protected override bool IsConfirmed(NewObservation fact) =>
        _confirmed.First(r => r.GetString(0), Series(fact), fact.Period.ToString(), fact.Vintage.ToString()) is not null;

    protected override void RestoreAfter(NewObservation fact, KnownValue before) => _restore.Execute(
        Series(fact), fact.Period.ToString(), fact.Vintage.ToString(), before.ValueText, before.Status, before.Bound);

    public void Dispose()
    {
        foreach (var command in (PreparedCommand[])[_newest, _insert, _confirm, _confirmed, _restore])
            command.Dispose();
    }

    private long Series(NewObservation fact)
    {
        var series = fact.Series;
        if (!_series.TryGetValue(series, out var id))
            _series.Add(series, id = connection.FindOrAdd("series", new()
            {
                ["indicator"] = series.Indicator,
                ["measure"] = series.Measure,
                ["area"] = series.Area,
                ["scope"] = series.Scope,
                ["origin"] = series.Origin.ToString(),
            }));
        return id;
    }

    private long? Citation(NewObservation fact)
    {
        if (fact.Citation is not { } citation)
            return null;
        if (!_citations.TryGetValue(citation, out var id))
            _citations.Add(citation, id = connection.FindOrAdd("citation", new()
            {
                ["source_name"] = citation.SourceName,
                ["address"] = citation.Address,
                ["tier"] = citation.Tier,
                ["label"] = citation.Label ?? "",
            }));
        return id;
    }
}
