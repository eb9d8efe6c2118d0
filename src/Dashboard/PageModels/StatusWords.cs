using Indices.Observations;
using Indices.Releases;

namespace Dashboard.PageModels;

/// <summary>Statuses, origins and kinds of release in words.</summary>
public static class StatusWords
{
    public static string Of(ObservationStatus status, Language language) => status switch
    {
        ObservationStatus.A => language["正式", "final"],
        ObservationStatus.P => language["初步", "provisional"],
        ObservationStatus.E => language["估计", "estimated"],
        ObservationStatus.I => language["含插补", "partly imputed"],
        ObservationStatus.B => language["口径有变", "break"],
        ObservationStatus.U => language["可靠性低", "low reliability"],
        ObservationStatus.Q => language["不予公布", "withheld"],
        _ => language["缺失", "missing"],
    };

    public static string Of(Origin origin, Language language) => origin switch
    {
        Origin.Official => language["官方数据", "official data"],
        Origin.Public => language["公开数据", "public data"],
        _ => language["演示数据", "demonstration data"],
    };

    public static string Of(ReleaseKind kind, Language language) => kind switch
    {
        ReleaseKind.Initial => language["首次发布", "first publication"],
        ReleaseKind.Revision => language["计划修订", "planned revision"],
        _ => language["更正", "correction"],
    };
}
