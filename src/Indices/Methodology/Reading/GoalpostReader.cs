using System.Globalization;
using Indices.Methodology.Yaml;

namespace Indices.Methodology.Reading;

/// <summary>Reads and checks the two bounds of an indicator's score (methodology, section 4).</summary>
internal sealed class GoalpostReader
{
    private readonly Section _section;
    private readonly GoalpostScale _scale;

    internal GoalpostReader(Section section, GoalpostScale scale, bool hasBase)
    {
        (_section, _scale) = (section, scale);
        (Worst, Best) = (Read("worst"), Read("best"));
        if (!hasBase && (Worst.BaseMultiple ?? Best.BaseMultiple) is not null)
            section.Fault("worst", "“base_multiple”需要“base”。", "'base_multiple' needs 'base'.");
    }

    internal Goalpost Worst { get; }

    internal Goalpost Best { get; }

    /// <summary>A number and a multiple cannot be compared before the base year is known; the calculation checks those.</summary>
    internal void Check(Direction direction)
    {
        var difference = Best.Number - Worst.Number ?? Best.BaseMultiple - Worst.BaseMultiple;
        if (difference == 0)
            _section.Fault("best", "“best”与“worst”相等。", "'best' equals 'worst'.");
        else if (difference is { } d && d > 0 != (direction == Direction.Positive))
            _section.Fault(
                "direction",
                $"方向 {(direction == Direction.Positive ? "positive" : "negative")} 与标杆值矛盾：worst {Show(Worst)}，best {Show(Best)}。",
                $"Direction {(direction == Direction.Positive ? "positive" : "negative")} contradicts the goalposts: worst {Show(Worst)}, best {Show(Best)}.");
    }

    private Goalpost Read(string key)
    {
        if (_section.IsMap(key))
            return new(null, _section.In(key, s => new Goalpost(null, s.Value("base_multiple", Kind.PositiveNumber)))?.BaseMultiple);
        if (!_section.Has(key))
            _ = _section.Text(key);
        var number = _section.ValueOrNull(key, Kind.Number);
        if (_scale == GoalpostScale.Log && number <= 0)
            _section.Fault(key, $"对数标度的“{key}”应为正数。", $"'{key}' must be positive on a log scale.");
        return new(number, null);
    }

    private static string Show(Goalpost goalpost) => goalpost.Number is { } number
        ? number.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"×{goalpost.BaseMultiple}");
}
