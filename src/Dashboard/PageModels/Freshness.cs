using Indices.Releases;
using Indices.Time;

namespace Dashboard.PageModels;

/// <summary>How new what is shown is: the foot of the screen, so that a photograph of it can be traced.</summary>
/// <param name="Releases">Newest release of any index with its fingerprint.</param>
/// <param name="Data">When the newest figure became known, and how many days ago.</param>
/// <param name="Next">When the next release is due by the public calendar; null when none can be told.</param>
public sealed record Freshness(string Releases, string Data, string? Next)
{
    /// <summary>Characters of a fingerprint that a person can compare.</summary>
    private const int FingerprintLength = 12;

    /// <param name="today">In the office's clock.</param>
    public static Freshness Of(
        IEnumerable<ReleaseVersion> visible, Vintage? newestData, DateTimeOffset? next, DateOnly today, Language language) => new(
        visible.MaxBy(r => r.ReleaseAt) is { ReleaseAt: { } at } newest
            ? language["最新发布 ", "Latest release "] + $"{newest.Index} {newest.Period} · {Figures.Instant(at)} · {language["指纹 ", "fingerprint "]}{newest.Fingerprint[..Math.Min(FingerprintLength, newest.Fingerprint.Length)]}"
            : language["尚无发布", "Nothing released yet"],
        newestData is { } vintage
            ? language["数据更新 ", "Data updated "] + $"{Figures.Instant(vintage.Instant)}{language["（", " ("]}{Age(today.DayNumber - OfficeClock.DayOf(vintage.Instant).DayNumber, language)}{language["）", ")"]}"
            : language["尚无数据", "No data yet"],
        next is { } due ? language["下次发布 ", "Next release "] + Figures.Instant(due) : null);

    private static string Age(int days, Language language) => days <= 0
        ? language["今天", "today"]
        : language[$"{days} 天前", days == 1 ? "1 day ago" : $"{days} days ago"];
}
