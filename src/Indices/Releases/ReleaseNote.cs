using Indices.Methodology;

namespace Indices.Releases;

/// <summary>What people say beside the numbers of a version, in both languages; published with it.</summary>
/// <param name="Reason">Why the version is there, or what explains a large change; a revision and a correction need it.</param>
/// <param name="Notice">Of a correction and of nothing else.</param>
public sealed record ReleaseNote(ReleaseKind Kind, LocalText? Reason, CorrectionNotice? Notice = null)
{
    /// <exception cref="InvalidOperationException">Something is missing, in one of the languages or at all.</exception>
    internal void Check(ReleaseVersion version)
    {
        if ((Kind == ReleaseKind.Initial) != (version.Kind == ReleaseKind.Initial))
            throw new InvalidOperationException("首次发布不能改为修订或更正，反之亦然。A first publication is no revision or correction, and the other way round.");
        if (Kind != ReleaseKind.Initial && Reason is null)
            throw new InvalidOperationException("修订和更正需要理由。A revision or correction needs a reason.");
        if ((Kind == ReleaseKind.Correction) != (Notice is not null))
            throw new InvalidOperationException("更正需要公告，其他发布没有公告。A correction needs a notice, and nothing else has one.");
        foreach (var text in new[] { Reason, Notice?.Wrong, Notice?.Since, Notice?.Changes }.OfType<LocalText>())
            if (string.IsNullOrWhiteSpace(text.Chinese) || string.IsNullOrWhiteSpace(text.English))
                throw new InvalidOperationException("说明须有中英文两种文字。The note is needed in Chinese and in English.");
    }
}

/// <param name="Wrong">What was wrong.</param>
/// <param name="Since">Since when it was published so.</param>
/// <param name="Changes">What reads otherwise now.</param>
public sealed record CorrectionNotice(LocalText Wrong, LocalText Since, LocalText Changes);
