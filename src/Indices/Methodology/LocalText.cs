namespace Indices.Methodology;

/// <summary>A name in Chinese and, where there is one, in English.</summary>
public sealed record LocalText(string Chinese, string? English)
{
    /// <summary>English falls back to Chinese: a missing translation is shown, not hidden.</summary>
    public string In(bool english) => english ? English ?? Chinese : Chinese;
}
