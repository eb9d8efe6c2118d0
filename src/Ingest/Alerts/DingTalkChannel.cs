using System.Globalization;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Indices.Alerts;

namespace Ingest.Alerts;

/// <summary>A robot in a DingTalk group. It answers HTTP 200 even when it refuses; only errcode 0 is a delivery.</summary>
internal sealed class DingTalkChannel(DingTalkOptions options, IHttpClientFactory clients, TimeProvider time) : IAlertChannel
{
    public string Name => "dingtalk";

    public async Task Send(IReadOnlyList<OpenAlert> alerts, CancellationToken cancellation)
    {
        using var client = clients.CreateClient(WebhookChannel.Client);
        using var response = await client.PostAsJsonAsync(
            Address(), new { msgtype = "text", text = new { content = $"{AlertText.Subject(alerts)}\n\n{AlertText.Body(alerts)}" } }, cancellation);
        response.EnsureSuccessStatusCode();
        if (await response.Content.ReadFromJsonAsync<Answer>(cancellation) is not { Code: 0 } and var answer)
            throw new HttpRequestException($"DingTalk: {answer?.Code} {answer?.Message}");
    }

    private Uri Address()
    {
        if (options.Secret is not { } secret)
            return options.Webhook;
        var timestamp = time.GetUtcNow().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        var sign = Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{timestamp}\n{secret}")));
        var separator = options.Webhook.Query.Length > 0 ? '&' : '?';
        return new Uri($"{options.Webhook.AbsoluteUri}{separator}timestamp={timestamp}&sign={Uri.EscapeDataString(sign)}");
    }

    private sealed record Answer([property: JsonPropertyName("errcode")] int Code, [property: JsonPropertyName("errmsg")] string? Message);
}
