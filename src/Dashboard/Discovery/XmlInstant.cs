using System.Globalization;

namespace Dashboard.Discovery;

/// <summary>An instant as sitemaps and feeds write it, in UTC.</summary>
internal static class XmlInstant
{
    internal static string Of(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
