using System.Globalization;
using Indices.Time;

namespace Dashboard.Api;

/// <summary>The instant whose publications are asked for: <c>asOf=2025-11-24T10:00:00+08:00</c>, or a day, meaning its end in the office's clock.</summary>
/// <param name="Instant">Never later than now: the future is not published yet.</param>
/// <param name="IsEarlier">True when an instant was asked for.</param>
public readonly record struct AsOf(DateTimeOffset Instant, bool IsEarlier)
{
    /// <summary>Null when the text is neither an instant with its offset nor a day.</summary>
    public static AsOf? TryParse(string? text, DateTimeOffset now)
    {
        if (string.IsNullOrEmpty(text))
            return new(now, false);
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day < DateOnly.MaxValue)
            return NotAfter(OfficeClock.EndOf(day), now);
        string[] formats = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFK"];
        // A blank stands where a plus sign was not escaped in the address.
        return DateTimeOffset.TryParseExact(text.Replace(' ', '+'), formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? NotAfter(instant, now)
            : null;
    }

    private static AsOf NotAfter(DateTimeOffset asked, DateTimeOffset now) => new(asked > now ? now : asked, true);
}
