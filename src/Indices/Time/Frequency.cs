namespace Indices.Time;

/// <summary>How often a series has a value. The value is the number of periods in a year.</summary>
public enum Frequency
{
    Annual = 1,
    Quarterly = 4,
    Monthly = 12,
}

/// <summary>The one-letter codes (SDMX CL_FREQ) used in methodology files.</summary>
public static class FrequencyCodes
{
    /// <summary><c>A</c>, <c>Q</c> or <c>M</c>.</summary>
    public static string Code(this Frequency frequency) => frequency switch
    {
        Frequency.Annual => "A",
        Frequency.Quarterly => "Q",
        _ => "M",
    };

    public static Frequency? TryParse(string code) => code switch
    {
        "A" => Frequency.Annual,
        "Q" => Frequency.Quarterly,
        "M" => Frequency.Monthly,
        _ => null,
    };
}
