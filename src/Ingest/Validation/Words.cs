using Indices.Time;

namespace Ingest.Validation;

/// <summary>Frequencies in the words of refusals.</summary>
internal static class Words
{
    internal static string Chinese(Frequency frequency) => frequency switch
    {
        Frequency.Annual => "年度",
        Frequency.Quarterly => "季度",
        _ => "月度",
    };

    internal static string English(Frequency frequency) => frequency switch
    {
        Frequency.Annual => "annual",
        Frequency.Quarterly => "quarterly",
        _ => "monthly",
    };
}
