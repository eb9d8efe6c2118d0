namespace Dashboard;

/// <summary>Who answers for the site, for the footer that government sites carry; the section <c>Site:Office</c>. Null is shown as not filled in: none of it is ever made up.</summary>
/// <param name="Sponsor">主办单位.</param>
/// <param name="Operator">承办单位.</param>
/// <param name="SiteCode">网站标识码.</param>
/// <param name="IcpNumber">ICP备案号.</param>
/// <param name="PoliceNumber">公网安备号.</param>
/// <param name="ReplyDays">Working days within which a question or a correction is answered.</param>
public sealed record SiteOffice(
    string? Sponsor = null,
    string? Operator = null,
    string? SiteCode = null,
    string? IcpNumber = null,
    string? PoliceNumber = null,
    string? Contact = null,
    string? Phone = null,
    string? Email = null,
    int? ReplyDays = null)
{
    /// <summary>The lines of the footer.</summary>
    public IEnumerable<(string Name, string Value)> Lines(Language language) => new[]
    {
        (language["主办单位", "Sponsor"], Sponsor), (language["承办单位", "Operator"], Operator), (language["网站标识码", "Site code"], SiteCode),
        (language["ICP备案", "ICP registration"], IcpNumber), (language["公网安备", "Public security registration"], PoliceNumber),
    }.Select(line => (line.Item1, line.Item2 ?? Unfilled(language)));

    /// <summary>Who is told of a release before its instant beside those who make it: roles, as Chinese and English text with a line break between.</summary>
    public string[] PreRelease { get; init; } = [];

    /// <summary>Whom readers ask, and how soon they are answered.</summary>
    public IEnumerable<(string Name, string Value)> Contacts(Language language) => new[]
    {
        (language["联系人", "Contact"], Contact), (language["电话", "Telephone"], Phone), (language["邮箱", "E-mail"], Email),
        (language["答复时限", "Answered within"], ReplyDays is { } days ? language[$"{days} 个工作日", Language.Counted(days, "working day", "working days")] : null),
    }.Select(line => (line.Item1, line.Item2 ?? Unfilled(language)));

    /// <summary>What stands where the office has not said.</summary>
    public static string Unfilled(Language language) => language["待填写", "not filled in"];
}
