namespace Ingest.Alerts;

/// <summary>Where alerts go. Secrets come from the configuration alone; a channel that is not set does not exist.</summary>
public sealed record AlertOptions
{
    public EmailOptions? Email { get; init; }

    /// <summary>Gets the alerts as JSON by POST.</summary>
    public Uri? Webhook { get; init; }

    public DingTalkOptions? DingTalk { get; init; }
}

/// <param name="Security">How the connection to the mail server is protected.</param>
/// <param name="User">Null: the server asks for none.</param>
public sealed record EmailOptions(string Host, int Port, EmailSecurity Security, string? User, string? Password, string From, IReadOnlyList<string> To);

public enum EmailSecurity
{
    StartTls,
    Tls,
    /// <summary>In clear: for a relay on the same machine.</summary>
    None,
}

/// <param name="Webhook">Address of the group's robot, with its access token.</param>
/// <param name="Secret">With which messages are signed; null where the robot is protected by a keyword instead.</param>
public sealed record DingTalkOptions(Uri Webhook, string? Secret);
