namespace Dashboard;

/// <summary>What the office calls this site; the section <c>Site</c> of the configuration.</summary>
public sealed record Site
{
    public string Name { get; init; } = "金融指数展示平台";

    public string EnglishName { get; init; } = "Financial indices";

    /// <summary>Where the public reaches the site, such as <c>https://example.gov.cn/</c>. Null: links to the site itself stay relative.</summary>
    public Uri? Address { get; init; }

    /// <summary>Terms under which the data may be used; null while the office has not said.</summary>
    public Uri? License { get; init; }

    /// <summary>Font file for the pictures of releases; null: the machine's Noto Sans CJK.</summary>
    public string? ShareFont { get; init; }

    public SiteOffice Office { get; init; } = new();

    /// <summary>An address for readers that do not know where the page came from.</summary>
    public string Absolute(string address) => Address is null ? address : new Uri(Address, address).AbsoluteUri;

    public string In(Language language) => language[Name, EnglishName];
}
