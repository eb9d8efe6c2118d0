using Indices.Methodology;
using Indices.Releases;

namespace Dashboard.Security;

/// <summary>Publishing at once skips the announced instant, so each of the two persons types a sentence of his own that names the release.</summary>
internal static class AtOnceWords
{
    internal static LocalText OfReviewer(ReleaseVersion version) =>
        new($"申请立即发布 {version.Index} {version.Period}", $"ask to publish {version.Index} {version.Period} at once");

    internal static LocalText OfApprover(ReleaseVersion version) =>
        new($"确认立即发布 {version.Index} {version.Period}", $"publish {version.Index} {version.Period} now");

    /// <exception cref="InvalidOperationException">Something else was typed.</exception>
    internal static void Require(string typed, LocalText words)
    {
        if (typed.Trim() != words.Chinese && typed.Trim() != words.English)
            throw new InvalidOperationException($"请输入“{words.Chinese}”。Type '{words.English}'.");
    }
}
