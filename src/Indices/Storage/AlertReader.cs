using Indices.Alerts;

namespace Indices.Storage;

internal sealed class AlertReader(Database database) : IAlertReader
{
    internal const string OpenOnes = "FROM alert a WHERE NOT EXISTS (SELECT 1 FROM alert_end e WHERE e.alert = a.id)";

    public Task<IReadOnlyList<OpenAlert>> Open(CancellationToken cancellation = default)
    {
        const string sql = $"""
            SELECT a.id, a.cause_key, a.chinese, a.english, a.opened_at,
                   (SELECT group_concat(d.channel, '|') FROM alert_delivery d WHERE d.alert = a.id)
            {OpenOnes} ORDER BY a.id
            """;
        return database.Read<IReadOnlyList<OpenAlert>>(c => c.List(sql, null, r => new OpenAlert(
            r.GetInt64(0), new AlertCause(r.GetString(1), r.GetString(2), r.GetString(3)), r.Instant(4),
            r.TextOrNull(5)?.Split('|') ?? [])), cancellation);
    }
}
