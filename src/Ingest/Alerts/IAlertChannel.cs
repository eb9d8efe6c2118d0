using Indices.Alerts;

namespace Ingest.Alerts;

/// <summary>A way to staff.</summary>
internal interface IAlertChannel
{
    /// <summary>Under which deliveries are recorded.</summary>
    string Name { get; }

    /// <summary>Sends alerts in one message. Returns once the other side has taken it, and throws when it has not.</summary>
    Task Send(IReadOnlyList<OpenAlert> alerts, CancellationToken cancellation);
}
