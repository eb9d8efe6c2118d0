using Indices.Alerts;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Ingest.Alerts;

internal sealed class EmailChannel(EmailOptions options) : IAlertChannel
{
    public string Name => "email";

    public async Task Send(IReadOnlyList<OpenAlert> alerts, CancellationToken cancellation)
    {
        using var message = new MimeMessage();
        message.From.Add(MailboxAddress.Parse(options.From));
        message.To.AddRange(options.To.Select(to => MailboxAddress.Parse(to)));
        message.Subject = AlertText.Subject(alerts);
        message.Body = new TextPart("plain") { Text = AlertText.Body(alerts) };
        using var client = new SmtpClient();
        await client.ConnectAsync(options.Host, options.Port, Protection, cancellation);
        if (options.User is { } user)
            await client.AuthenticateAsync(user, options.Password ?? "", cancellation);
        await client.SendAsync(message, cancellation);
        await client.DisconnectAsync(quit: true, cancellation);
    }

    private SecureSocketOptions Protection => options.Security switch
    {
        EmailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        EmailSecurity.None => SecureSocketOptions.None,
        _ => SecureSocketOptions.StartTls,
    };
}
