using System.Net.Http.Json;
using Indices.Alerts;

namespace Ingest.Alerts;

/// <summary>Posts <c>{"alerts":[{"key","opened_at","chinese","english"}]}</c>.</summary>
internal sealed class WebhookChannel(Uri address, IHttpClientFactory clients) : IAlertChannel
{
    internal const string Client = "alerts";

    public string Name => "webhook";

    public async Task Send(IReadOnlyList<OpenAlert> alerts, CancellationToken cancellation)
    {
        using var client = clients.CreateClient(Client);
        using var response = await client.PostAsJsonAsync(address, new
        {
            alerts = alerts.Select(a => new { key = a.Cause.Key, opened_at = a.OpenedAt.ToUniversalTime(), chinese = a.Cause.Chinese, english = a.Cause.English }),
        }, cancellation);
        response.EnsureSuccessStatusCode();
    }
}
