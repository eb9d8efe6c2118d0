using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Indices.Releases;

/// <summary>SHA-256 of all that an approval stands for: the content, the note and the instant of one review. Whatever of it changes, the approval no longer fits.</summary>
internal static class Binding
{
    /// <param name="review">Number of the review, so that an approval cannot be played again for a later one.</param>
    internal static string Of(long review, ReleaseVersion version, DateTimeOffset? releaseAt)
    {
        // Lengths first: no text can pass for its neighbour.
        var text = new StringBuilder();
        foreach (var part in new[]
        {
            review.ToString(CultureInfo.InvariantCulture), version.Index, version.Period.ToString(), version.Number.ToString(CultureInfo.InvariantCulture),
            version.Fingerprint, version.Kind.ToString(), version.Reason, version.Notice?.Wrong.Chinese, version.Notice?.Wrong.English,
            version.Notice?.Since.Chinese, version.Notice?.Since.English, version.Notice?.Changes.Chinese, version.Notice?.Changes.English,
            releaseAt?.UtcDateTime.ToString("O", CultureInfo.InvariantCulture) ?? "at once",
        })
            text.Append(CultureInfo.InvariantCulture, $"{part?.Length ?? -1}:{part}\n");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
