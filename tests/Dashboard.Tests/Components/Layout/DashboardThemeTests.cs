using System.Text.RegularExpressions;
using Dashboard.Components.Layout;
using MudBlazor.Utilities;
using TestSupport;
using Xunit;

namespace Dashboard.Tests.Components.Layout;

public class DashboardThemeTests
{
    public static TheoryData<string, bool, string> Pairs => new()
    {
        { "background", false, DashboardTheme.Theme.PaletteLight.Background.Value },
        { "surface", false, DashboardTheme.Theme.PaletteLight.Surface.Value },
        { "line", false, DashboardTheme.Theme.PaletteLight.LinesDefault.Value },
        { "ink", false, DashboardTheme.Theme.PaletteLight.TextPrimary.Value },
        { "muted", false, DashboardTheme.Theme.PaletteLight.TextSecondary.Value },
        { "accent", false, DashboardTheme.Theme.PaletteLight.Primary.Value },
        { "met", false, DashboardTheme.Theme.PaletteLight.Success.Value },
        { "behind", false, DashboardTheme.Theme.PaletteLight.Warning.Value },
        { "far-behind", false, DashboardTheme.Theme.PaletteLight.Error.Value },
        { "background", true, DashboardTheme.Theme.PaletteDark.Background.Value },
        { "surface", true, DashboardTheme.Theme.PaletteDark.Surface.Value },
        { "line", true, DashboardTheme.Theme.PaletteDark.LinesDefault.Value },
        { "ink", true, DashboardTheme.Theme.PaletteDark.TextPrimary.Value },
        { "muted", true, DashboardTheme.Theme.PaletteDark.TextSecondary.Value },
        { "accent", true, DashboardTheme.Theme.PaletteDark.Primary.Value },
        { "met", true, DashboardTheme.Theme.PaletteDark.Success.Value },
        { "behind", true, DashboardTheme.Theme.PaletteDark.Warning.Value },
        { "far-behind", true, DashboardTheme.Theme.PaletteDark.Error.Value },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Theme_OfMudBlazor_HasTheColoursOfTheTokens(string token, bool dark, string themed)
    {
        var css = File.ReadAllText(RepositoryRoot.File("src", "Dashboard", "wwwroot", "css", "tokens.css"));
        var block = Block(dark ? ".dark" : ":root").Match(css).Value;
        var colour = Regex.Match(block, $"--{token}: (?<hex>#[0-9a-f]{{6}});").Groups["hex"].Value;

        Assert.Equal(new MudColor(colour).Value, themed);
    }

    private static Regex Block(string selector) => new(Regex.Escape(selector) + @" \{[^}]*\}");
}
