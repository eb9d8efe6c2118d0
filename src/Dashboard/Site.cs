namespace Dashboard;

/// <summary>What the office calls this site; the section <c>Site</c> of the configuration.</summary>
public sealed record Site
{
    public string Name { get; init; } = "金融指数展示平台";

    public string EnglishName { get; init; } = "Financial indices";

    public string In(Language language) => language[Name, EnglishName];
}
