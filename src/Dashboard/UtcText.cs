using System.Globalization;

namespace Dashboard;

/// <summary>An instant as files, feeds and messages write it: UTC, to the second.</summary>
internal static class UtcText
{
    internal static string Of(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
