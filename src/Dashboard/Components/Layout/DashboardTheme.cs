using MudBlazor;

namespace Dashboard.Components.Layout;

/// <summary>The tokens of <c>wwwroot/css/tokens.css</c> as a MudBlazor theme: light for the console, dark for the screen.</summary>
public static class DashboardTheme
{
    public static MudTheme Theme { get; } = new()
    {
        PaletteLight = new PaletteLight
        {
            Primary = "#0b5cad",
            Secondary = "#55616f",
            Background = "#ffffff",
            Surface = "#f5f7fa",
            AppbarBackground = "#ffffff",
            AppbarText = "#16202e",
            DrawerBackground = "#f5f7fa",
            DrawerText = "#16202e",
            DrawerIcon = "#55616f",
            TextPrimary = "#16202e",
            TextSecondary = "#55616f",
            LinesDefault = "#d7dde5",
            LinesInputs = "#55616f",
            TableLines = "#d7dde5",
            Divider = "#d7dde5",
            Success = "#1b7145",
            Info = "#1c62b0",
            Warning = "#8f5500",
            Error = "#ad2018",
        },
        PaletteDark = new PaletteDark
        {
            Primary = "#66b3ff",
            Secondary = "#a3b3c8",
            Background = "#0a1424",
            Surface = "#13213a",
            TextPrimary = "#eaf0f8",
            TextSecondary = "#a3b3c8",
            LinesDefault = "#263a5c",
            Divider = "#263a5c",
            Success = "#4fc78d",
            Info = "#66b3ff",
            Warning = "#f0b64a",
            Error = "#ff8078",
        },
        Typography = new Typography
        {
            Default = new DefaultTypography { FontFamily = ["PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", "sans-serif"] },
        },
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "6px" },
    };
}
