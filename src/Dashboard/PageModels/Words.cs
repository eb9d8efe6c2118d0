using Indices.Observations;
using Indices.Releases;

namespace Dashboard.PageModels;

/// <summary>Words for states and kinds, the same on every surface.</summary>
public static class Words
{
    public static string Kind(ReleaseKind kind, Language language) => kind switch
    {
        ReleaseKind.Initial => language["首次", "initial"],
        ReleaseKind.Revision => language["修订", "revision"],
        _ => language["更正", "correction"],
    };

    public static string State(ReleaseVersion version, DateTimeOffset now, Language language) => version.State switch
    {
        ReleaseState.Candidate => language["待审核", "awaiting review"],
        ReleaseState.Rejected => language["已退回", "rejected"],
        _ when version.ReleaseAt > now => language["已批准，待发布", "approved, not yet due"],
        _ => language["已发布", "published"],
    };

    public static string Origin(Origin origin, Language language) => origin switch
    {
        Indices.Observations.Origin.Official => language["官方数据", "official"],
        Indices.Observations.Origin.Public => language["公开数据", "public source"],
        _ => language["演示数据", "DEMONSTRATION DATA"],
    };
}
