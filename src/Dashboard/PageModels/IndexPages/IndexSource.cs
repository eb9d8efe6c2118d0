using Indices.Releases;

namespace Dashboard.PageModels.IndexPages;

/// <summary>What the page of one release version is made from, all of it visible at one instant.</summary>
/// <param name="Before">What was published of the index the instant before the version; null for the first.</param>
/// <param name="Causes">As <see cref="IReleaseReader.Causes"/>.</param>
/// <param name="History">Newest period first, newest version first.</param>
public sealed record IndexSource(ReleaseContent Content, ReleaseContent? Before, IReadOnlyList<CausePoints> Causes, IReadOnlyList<ReleaseVersion> History)
{
    public static async Task<IndexSource> Read(IReleaseReader releases, ReleaseContent content, DateTimeOffset now, CancellationToken cancellation)
    {
        var version = content.Version;
        return new(
            content,
            await releases.Find(version.Index, null, version.ReleasedAt().AddTicks(-1), cancellation),
            await releases.Causes(version.Id, now, cancellation),
            await releases.History(version.Index, now, cancellation));
    }
}
