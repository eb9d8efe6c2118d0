using System.Globalization;
using System.Text;

namespace Dashboard.Components.Charts;

/// <summary>Turns values into the coordinates of a server-drawn line. Nothing is drawn across a gap.</summary>
public sealed class LinePath
{
    private readonly IReadOnlyList<double?> _values;
    private readonly double _width;
    private readonly double _height;

    /// <summary>On a scale of its own: the round numbers just outside all values.</summary>
    /// <param name="values">Equally spaced, null where there is a gap.</param>
    /// <param name="width">Width of the plot.</param>
    /// <param name="height">Height of the plot.</param>
    public LinePath(IReadOnlyList<double?> values, double width, double height)
    {
        (_values, _width, _height) = (values, width, height);
        (Low, High, Step) = Scale(values);
    }

    /// <summary>The same, on the scale of another.</summary>
    public LinePath(IReadOnlyList<double?> values, double width, double height, LinePath scale)
    {
        (_values, _width, _height) = (values, width, height);
        (Low, High, Step) = (scale.Low, scale.High, scale.Step);
    }

    /// <summary>Lower end of the axis, a multiple of <see cref="Step"/>.</summary>
    public double Low { get; }

    public double High { get; }

    /// <summary>1, 2 or 5 times a power of ten.</summary>
    public double Step { get; }

    /// <summary>Values of the grid lines, from below.</summary>
    public IEnumerable<double> Ticks
    {
        get
        {
            var count = (int)Math.Round((High - Low) / Step);
            for (var i = 0; i <= count; i++)
                yield return Low + i * Step;
        }
    }

    public double X(int index) => _values.Count < 2 ? _width / 2 : _width * index / (_values.Count - 1);

    public double Y(double value) => _height * (High - value) / (High - Low);

    /// <summary>The path data: a new stroke after each gap.</summary>
    public string Data
    {
        get
        {
            var path = new StringBuilder();
            for (var i = 0; i < _values.Count; i++)
                if (_values[i] is { } value)
                    path.Append(i > 0 && _values[i - 1] is not null ? 'L' : 'M').Append(Text(X(i))).Append(' ').Append(Text(Y(value)));
            return path.ToString();
        }
    }

    /// <summary>Points with a gap on both sides, which a line alone would not show.</summary>
    public IEnumerable<int> Alone => Enumerable.Range(0, _values.Count)
        .Where(i => _values[i] is not null && (i == 0 || _values[i - 1] is null) && (i == _values.Count - 1 || _values[i + 1] is null));

    /// <summary>A coordinate as SVG takes it.</summary>
    public static string Text(double coordinate) => Math.Round(coordinate, 1).ToString(CultureInfo.InvariantCulture);

    private static (double Low, double High, double Step) Scale(IReadOnlyList<double?> values)
    {
        var present = values.OfType<double>().ToArray();
        if (present.Length == 0)
            return (0, 1, 1);
        var (low, high) = (present.Min(), present.Max());
        if (high - low < 1e-9)
            (low, high) = (low - 1, high + 1);
        var rough = (high - low) / 5;
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var step = power * (rough / power) switch { <= 1 => 1, <= 2 => 2, <= 5 => 5, _ => 10 };
        return (Math.Floor(low / step) * step, Math.Ceiling(high / step) * step, step);
    }
}
