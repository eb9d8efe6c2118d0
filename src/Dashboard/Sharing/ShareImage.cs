using Dashboard.Components.Charts;
using SkiaSharp;

namespace Dashboard.Sharing;

/// <summary>Draws the picture of a release as it is shown where its address is shared. The same card gives the same bytes.</summary>
public static class ShareImage
{
    public const int Width = 1200, Height = 630;

    private const float Margin = 72;

    private static readonly SKColor s_ink = new(0x16, 0x20, 0x2e), s_muted = new(0x55, 0x61, 0x6f), s_accent = new(0x0b, 0x5c, 0xad), s_behind = new(0x8f, 0x55, 0x00);

    /// <returns>A PNG of 1200 × 630.</returns>
    public static byte[] Draw(ShareCard card, SKTypeface typeface)
    {
        using var surface = SKSurface.Create(new SKImageInfo(Width, Height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        var canvas = surface.Canvas;
        canvas.Clear(SKColors.White);
        using (var bar = new SKPaint { Color = s_accent })
            canvas.DrawRect(0, 0, Width, 12, bar);
        const float wide = Width - 2 * Margin;
        Text(canvas, typeface, card.Site, 28, s_muted, Margin, 84, card.Mark is null ? wide : wide - 420);
        if (card.Mark is not null)
            Text(canvas, typeface, card.Mark, 28, s_behind, Width - Margin, 84, 400, SKTextAlign.Right);
        Text(canvas, typeface, card.Name, 56, s_ink, Margin, 170, wide);
        Text(canvas, typeface, card.Period, 32, s_muted, Margin, 226, wide);
        Text(canvas, typeface, card.Value, 128, s_ink, Margin, 388, 520);
        Text(canvas, typeface, card.Changes, 32, s_ink, Margin, 450, 560);
        Text(canvas, typeface, card.Base, 26, s_muted, Margin, 500, 560);
        Text(canvas, typeface, card.Released, 24, s_muted, Margin, 578, wide);
        Trend(canvas, card, SKRect.Create(660, 270, Width - Margin - 660, 220));
        using var image = surface.Snapshot();
        using var png = image.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }

    /// <summary>One line of text, smaller where it would be too long.</summary>
    private static void Text(
        SKCanvas canvas, SKTypeface typeface, string text, float size, SKColor colour, float x, float y, float widest, SKTextAlign align = SKTextAlign.Left)
    {
        using var font = new SKFont(typeface, size) { Edging = SKFontEdging.Antialias, Hinting = SKFontHinting.None, Subpixel = true };
        if (font.MeasureText(text) is var width && width > widest)
            font.Size = size * widest / width;
        using var paint = new SKPaint { Color = colour, IsAntialias = true };
        canvas.DrawText(text, x, y, align, font, paint);
    }

    private static void Trend(SKCanvas canvas, ShareCard card, SKRect place)
    {
        var line = new LinePath(card.Trend, place.Width, place.Height);
        using var path = SKPath.ParseSvgPathData(line.Data);
        if (path is null)
            return;
        path.Transform(SKMatrix.CreateTranslation(place.Left, place.Top));
        using var paint = new SKPaint { Color = s_accent, IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = 5, StrokeJoin = SKStrokeJoin.Round };
        canvas.DrawPath(path, paint);
        if (card.Trend is [.., { } last])
        {
            using var dot = new SKPaint { Color = s_accent, IsAntialias = true };
            canvas.DrawCircle(place.Left + (float)line.X(card.Trend.Length - 1), place.Top + (float)line.Y(last), 9, dot);
        }
    }
}
