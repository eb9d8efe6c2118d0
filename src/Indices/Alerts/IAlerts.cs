namespace Indices.Alerts;

public interface IAlertReader
{
    /// <summary>Alerts whose cause goes on, oldest first, each with the channels that have carried it.</summary>
    Task<IReadOnlyList<OpenAlert>> Open(CancellationToken cancellation = default);
}

public interface IAlertWriter
{
    /// <summary>Opens an alert for each cause that has none open, and ends those whose cause is gone, in one transaction.</summary>
    Task Settle(IReadOnlyList<AlertCause> causes, DateTimeOffset at, CancellationToken cancellation = default);

    Task RecordDelivery(IReadOnlyList<long> alerts, string channel, DateTimeOffset at, CancellationToken cancellation = default);
}

/// <summary>Something that staff must know of.</summary>
/// <param name="Key">What it is about; while a cause goes on under one key there is one alert.</param>
public sealed record AlertCause(string Key, string Chinese, string English);

public sealed record OpenAlert(long Id, AlertCause Cause, DateTimeOffset OpenedAt, IReadOnlyList<string> DeliveredBy);
