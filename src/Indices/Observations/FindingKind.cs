namespace Indices.Observations;

/// <summary>How much a finding about a row weighs.</summary>
public enum FindingKind
{
    /// <summary>提示: told, and holds nothing.</summary>
    Notice,
    /// <summary>警告: the row waits until a person accepts it.</summary>
    Warning,
    /// <summary>错误: the row cannot go in as it stands.</summary>
    Error,
}

/// <summary>What a finding is about, by a code that stays the same however the words change.</summary>
public static class FindingCodes
{
    /// <summary>The text means nothing in its column, or the file cannot be read.</summary>
    public const string Unreadable = "unreadable";
    public const string UnknownColumn = "unknown-column";
    public const string UnknownSeries = "unknown-series";
    public const string UnknownArea = "unknown-area";
    /// <summary>A period of another frequency than the series has.</summary>
    public const string WrongFrequency = "wrong-frequency";
    public const string FuturePeriod = "future-period";
    public const string Negative = "negative";
    public const string ZeroDenominator = "zero-denominator";
    /// <summary>Beyond what any unit of the catalogue can mean.</summary>
    public const string OutOfRange = "out-of-range";
    /// <summary>Stated twice alike, taken once.</summary>
    public const string Duplicate = "duplicate";
    /// <summary>Stated twice, in the file or at one time of knowing, with different values.</summary>
    public const string Contradiction = "contradiction";
    /// <summary>More percent than a share or a growth rate has.</summary>
    public const string UnusualPercent = "unusual-percent";
    /// <summary>Periods between the known ones and the new one have no value.</summary>
    public const string Gap = "gap";
    /// <summary>A power of ten from what the series usually does: 万元 for 亿元, or thousands.</summary>
    public const string UnitSlip = "unit-slip";
    /// <summary>Far outside what the series usually does from one period to the next.</summary>
    public const string Jump = "jump";
    /// <summary>A revision far larger than those before it.</summary>
    public const string LargeRevision = "large-revision";
    /// <summary>Several periods revised by one and the same factor.</summary>
    public const string LevelShift = "level-shift";
    /// <summary>The source marks a break (status B).</summary>
    public const string Break = "break";
    /// <summary>A total that its parts do not add up to.</summary>
    public const string TotalOfParts = "total-of-parts";

    /// <summary>A warning that one person alone does not accept: most such values are wrong.</summary>
    public static bool NeedsTwo(string code) => code is UnitSlip or Jump;
}
