using Dapper;
using Indices.Alerts;

namespace Indices.Storage;

internal sealed class AlertWriter(Database database) : IAlertWriter
{
    public Task Settle(IReadOnlyList<AlertCause> causes, DateTimeOffset at, CancellationToken cancellation = default) => database.Write(c =>
    {
        var open = c.List($"SELECT a.id, a.cause_key {AlertReader.OpenOnes}", null, r => (Id: r.GetInt64(0), Key: r.GetString(1)));
        using var end = PreparedCommand.Insert(c, "alert_end", "alert", "ended_at");
        foreach (var gone in open.ExceptBy(causes.Select(x => x.Key), o => o.Key))
            end.Execute(gone.Id, Texts.Of(at));
        using var begin = PreparedCommand.Insert(c, "alert", "cause_key", "chinese", "english", "opened_at");
        foreach (var cause in causes.ExceptBy(open.Select(o => o.Key), x => x.Key))
            begin.Execute(cause.Key, cause.Chinese, cause.English, Texts.Of(at));
        return causes.Count;
    }, cancellation);

    public Task RecordDelivery(IReadOnlyList<long> alerts, string channel, DateTimeOffset at, CancellationToken cancellation = default) => database.Write(
        c => c.Execute(
            "INSERT INTO alert_delivery (alert, channel, delivered_at) VALUES (@alert, @channel, @at) ON CONFLICT DO NOTHING",
            alerts.Select(alert => new { alert, channel, at = Texts.Of(at) })),
        cancellation);
}
