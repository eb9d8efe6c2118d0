using System.Globalization;
using Ingest.Alerts;

namespace Dashboard;

/// <summary>Reads where alerts go: <c>Alerts:Email</c> (Host, Port, Security, User, Password, From, To), <c>Alerts:Webhook</c> and <c>Alerts:DingTalk</c> (Webhook, Secret).</summary>
internal static class AlertSettings
{
    /// <exception cref="InvalidOperationException">A setting has no meaning or one is missing.</exception>
    internal static AlertOptions Of(IConfigurationSection section) => new()
    {
        Email = section["Email:Host"] is { Length: > 0 } host ? EmailOf(section.GetSection("Email"), host) : null,
        Webhook = section["Webhook"] is { Length: > 0 } webhook ? Address(webhook, "Alerts:Webhook") : null,
        DingTalk = section["DingTalk:Webhook"] is { Length: > 0 } robot
            ? new DingTalkOptions(Address(robot, "Alerts:DingTalk:Webhook"), section["DingTalk:Secret"] is { Length: > 0 } secret ? secret : null) : null,
    };

    private static EmailOptions EmailOf(IConfigurationSection email, string host)
    {
        var to = (email["To"] ?? "").Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries);
        if (to.Length == 0 || email["From"] is not { Length: > 0 } from)
            throw new InvalidOperationException("Alerts:Email 须有 From 和 To。Alerts:Email needs From and To.");
        if (!int.TryParse(email["Port"] ?? "587", NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            || !Enum.TryParse<EmailSecurity>(email["Security"] ?? nameof(EmailSecurity.StartTls), true, out var security))
            throw new InvalidOperationException("Alerts:Email 的 Port 须为数字，Security 须为 StartTls、Tls 或 None。Alerts:Email: Port is a number, Security is StartTls, Tls or None.");
        return new EmailOptions(host, port, security, email["User"], email["Password"], from, to);
    }

    private static Uri Address(string text, string key) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "https" or "http"
            ? address : throw new InvalidOperationException($"{key} 不是 https 或 http 地址。{key} is not an https or http address.");
}
