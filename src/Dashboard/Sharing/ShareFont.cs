using SkiaSharp;

namespace Dashboard.Sharing;

/// <summary>The font of pictures drawn on the server: it has to hold Chinese, and a machine may have none.</summary>
/// <param name="Typeface">Null when none of the files is there; pictures are then not offered.</param>
public sealed record ShareFont(SKTypeface? Typeface)
{
    /// <summary>Where Debian and others put Noto Sans CJK; the third of the collection is the one for simplified Chinese.</summary>
    private static readonly (string File, int Number)[] s_places =
    [
        ("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc", 2),
        ("/usr/share/fonts/google-noto-cjk/NotoSansCJK-Regular.ttc", 2),
        ("/usr/share/fonts/noto-cjk/NotoSansCJK-Regular.ttc", 2),
        ("/usr/share/fonts/truetype/wqy/wqy-microhei.ttc", 0),
    ];

    /// <param name="configured">A font file that comes before all others; null for none.</param>
    public static ShareFont Load(string? configured, ILogger<ShareFont> log)
    {
        var places = configured is null ? s_places : [(configured, 0), .. s_places];
        var font = new ShareFont(places.Where(p => File.Exists(p.File)).Select(p => SKTypeface.FromFile(p.File, p.Number)).FirstOrDefault(t => t is not null));
        if (font.Typeface is null)
            log.LogWarning("No Chinese font was found, so releases have no pictures for sharing. Install fonts-noto-cjk, or name a font file in Site:ShareFont.");
        return font;
    }
}
