using Indices.Releases;

namespace Dashboard.PageModels;

/// <summary>What is kept with a release, in words.</summary>
public static class ReleaseWords
{
    /// <summary>A reason or note kept with a release, in one language.</summary>
    public static string? Kept(string? text, Language language) => text is null ? null : BilingualText.In(text, language.IsEnglish);

    public static string State(ReleaseVersion version, DateTimeOffset now, Language language) => version.State switch
    {
        ReleaseState.Candidate => language["待审核", "awaiting review"],
        ReleaseState.Rejected => language["已退回", "rejected"],
        _ when version.ReleaseAt > now => language["已批准，待发布", "approved, not yet due"],
        _ => language["已发布", "published"],
    };
}
