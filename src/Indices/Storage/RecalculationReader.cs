using Indices.Provenance;

namespace Indices.Storage;

internal sealed class RecalculationReader(Database database) : IRecalculationReader
{
    public Task<Recalculation?> Find(long id, CancellationToken cancellation = default) =>
        database.Read(c => RecalculationRows.List(c, "WHERE r.id = @id", new { id }).SingleOrDefault(), cancellation);

    public Task<IReadOnlyList<Recalculation>> Recent(int count, CancellationToken cancellation = default) =>
        database.Read<IReadOnlyList<Recalculation>>(c => RecalculationRows.List(c, "ORDER BY r.id DESC LIMIT @count", new { count }), cancellation);

    public Task<IReadOnlyList<Recalculation>> NewestOfEachPeriod(CancellationToken cancellation = default)
    {
        const string condition = """
            WHERE r.id IN (
                SELECT MAX(o.id) FROM recalculation o JOIN recalculation_period p ON p.recalculation = o.id
                WHERE EXISTS (SELECT 1 FROM recalculation_result s WHERE s.recalculation = o.id AND s.period = p.period)
                   OR COALESCE((SELECT decision FROM recalculation_decision d WHERE d.recalculation = o.id ORDER BY d.id DESC LIMIT 1), '') <> 'Cancelled'
                GROUP BY o.index_code, p.period)
            ORDER BY r.id DESC
            """;
        return database.Read<IReadOnlyList<Recalculation>>(c => RecalculationRows.List(c, condition, new { }), cancellation);
    }
}
