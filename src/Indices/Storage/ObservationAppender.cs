using Indices.Observations;
using Indices.Time;
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
    private readonly Dictionary<Period, string> _periods = [];

    /// <summary>Series that nothing is stored of yet.</summary>
    private readonly HashSet<long> _new = [];

    private readonly PreparedCommand _newest = new(connection, """
        SELECT o.vintage, o.value, o.status, o.bound, r.name
        FROM observation o JOIN raw_document r ON r.id = o.document
        WHERE o.series = $1 AND o.period = $2 AND o.vintage <= $3 ORDER BY o.vintage DESC LIMIT 1
        """, 3);

    private readonly PreparedCommand _ofDocument = PreparedCommand.Insert(connection, "document_series", "document", "series");

    private readonly BulkInsert _insert = new(connection, "observation",
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

    /// <summary>Adds facts in the order of their vintages, and along the key of the table.</summary>
    /// <returns>What became of each, once it has been added; for a conflict with what it contradicts.</returns>
    public IEnumerable<(NewObservation Fact, Appended How, KnownValue? Before)> Append(IReadOnlyList<NewObservation> facts)
    {
        var ordered = facts.Select(f => new Keyed(Series(f), PeriodOf(f), f)).ToArray();
        Array.Sort(ordered);
        NewCell? cell = null;
        foreach (var (series, period, fact) in ordered)
        {
            KnownValue? before = null;
            if (!_new.Contains(series))
                yield return (fact, Append(fact, out before), before);
            else if (cell?.Series == series && ReferenceEquals(cell.Period, period))
                yield return (fact, Append(cell, fact, ref before), before);
            else
            {
                cell = new(series, period, fact);
                Insert(series, period, fact);
                yield return (fact, Appended.Added, null);
            }
        }
        _new.Clear();
    }

    /// <summary>Adds a later fact of a cell that nothing was stored of: what would be asked of the store is at hand.</summary>
    private Appended Append(NewCell cell, NewObservation fact, ref KnownValue? before)
    {
        var newest = cell.Newest;
        var isSame = newest.ValueText == fact.ValueText && newest.Status == fact.Status && newest.Bound == fact.Bound;
        if (newest.Vintage == fact.Vintage || cell.ConfirmedAt == fact.Vintage)
            return isSame ? Appended.Unchanged : Append(fact, out before);
        if (isSame)
        {
            Confirm(fact);
            cell.ConfirmedAt = fact.Vintage;
            return Appended.Unchanged;
        }
        Insert(cell.Series, cell.Period, fact);
        cell.Newest = fact;
        return Appended.Revised;
    }

    /// <summary>A fact with the key of its row, by which it is ordered; of two rows of one key the upper one comes first.</summary>
    /// <param name="Period">One text of each.</param>
    private readonly record struct Keyed(long Series, string Period, NewObservation Fact) : IComparable<Keyed>
    {
        public int CompareTo(Keyed other) =>
            Series != other.Series ? Series.CompareTo(other.Series)
            : !ReferenceEquals(Period, other.Period) ? string.CompareOrdinal(Period, other.Period)
            : Fact.Vintage != other.Fact.Vintage ? Fact.Vintage.CompareTo(other.Fact.Vintage)
            : Fact.Row.CompareTo(other.Fact.Row);
    }

    /// <summary>What this document has said so far of one period of a new series.</summary>
    private sealed class NewCell(long series, string period, NewObservation first)
    {
        internal long Series { get; } = series;

        internal string Period { get; } = period;

        internal NewObservation Newest { get; set; } = first;

        internal Vintage? ConfirmedAt { get; set; }
    }

    protected override KnownValue? Newest(NewObservation fact) => _newest.First(
        r => new KnownValue(r.GetString(0), r.TextOrNull(1), r.GetString(2), r.GetString(3), r.GetString(4)),
        Series(fact), fact.Period.ToString(), fact.Vintage.ToString());

    protected override bool IsSameVintage(KnownValue known, NewObservation fact) => known.Vintage == fact.Vintage.ToString();

    protected override bool SaysTheSame(KnownValue known, NewObservation fact) =>
        known.ValueText == fact.ValueText && known.Status == fact.Status.ToString() && known.Bound == fact.Bound.ToString();

    protected override void Insert(NewObservation fact) => Insert(Series(fact), PeriodOf(fact), fact);

    private void Insert(long series, string period, NewObservation fact)
    {
        _insert.Bind(1, series);
        _insert.Bind(2, period);
        _insert.Bind(3, fact.Vintage.ToString());
        _insert.Bind(4, fact.ValueText);
        _insert.Bind(5, fact.Status.ToString());
        _insert.Bind(6, fact.Bound.ToString());
        _insert.Bind(7, Citation(fact));
        _insert.Bind(8, document);
        _insert.Bind(9, fact.Row);
        _insert.Bind(10, fact.Conversion?.Text);
        _insert.Bind(11, fact.Conversion?.Factor);
        _insert.Execute();
    }

    protected override void Confirm(NewObservation fact) => _confirm.Execute(
        Series(fact), fact.Period.ToString(), fact.Vintage.ToString(), Citation(fact), document, fact.Row, fact.Conversion?.Text, fact.Conversion?.Factor);

    protected override bool IsConfirmed(NewObservation fact) =>
        _confirmed.First(r => r.GetString(0), Series(fact), fact.Period.ToString(), fact.Vintage.ToString()) is not null;

    protected override void RestoreAfter(NewObservation fact, KnownValue before) => _restore.Execute(
        Series(fact), fact.Period.ToString(), fact.Vintage.ToString(), before.ValueText, before.Status, before.Bound);

    public void Dispose()
    {
        _insert.Dispose();
        foreach (var command in (PreparedCommand[])[_newest, _ofDocument, _confirm, _confirmed, _restore])
            command.Dispose();
    }

    private long Series(NewObservation fact)
    {
        var series = fact.Series;
        if (_series.TryGetValue(series, out var id))
            return id;
        (id, var isNew) = connection.FindOrAdd("series", new()
        {
            ["indicator"] = series.Indicator,
            ["measure"] = series.Measure,
            ["area"] = series.Area,
            ["scope"] = series.Scope,
            ["origin"] = series.Origin.ToString(),
        });
        if (isNew)
            _new.Add(id);
        _ofDocument.Execute(document, id);
        _series.Add(series, id);
        return id;
    }

    private string PeriodOf(NewObservation fact)
    {
        if (!_periods.TryGetValue(fact.Period, out var text))
            _periods.Add(fact.Period, text = fact.Period.ToString());
        return text;
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
            }).Id);
        return id;
    }
}
