namespace Dashboard;

/// <summary>The language of a page: Chinese unless asked otherwise by <c>?lang=en</c>.</summary>
/// <remarks>Both texts stand side by side where they are used, so that neither is changed without the other.</remarks>
public sealed record Language(bool IsEnglish)
{
    public static Language Chinese { get; } = new(false);

    public static Language English { get; } = new(true);

    public static Language Of(string? code) => code == "en" ? English : Chinese;

    public string Code => IsEnglish ? "en" : "zh-CN";

    /// <summary>A number and its English noun: 1 row, 2 rows.</summary>
    public static string Counted(int count, string one, string several) => count == 1 ? $"1 {one}" : $"{count} {several}";

    /// <summary>The text of this language.</summary>
    public string this[string chinese, string english] => IsEnglish ? english : chinese;
}
