using System.Globalization;
using System.Text.RegularExpressions;

namespace Indices.Time;

/// <summary>
/// What a value is about: a year <c>2024</c>, a quarter <c>2024-Q3</c>, a month <c>2024-09</c>, or the merged first two
/// months <c>2024-01~02</c> that Chinese monthly statistics publish in place of January and February.
/// </summary>
/// <remarks>
/// A value, not a date. Equal when written the same. Ordered within one frequency only: comparing a month with a
/// quarter throws, because it is almost always a caller's bug. The merged period is monthly, has February's place in
/// the order, and comes just after it.
/// </remarks>
public readonly partial record struct Period : IComparable<Period>
{
    // Periods since year 0; the default value of the struct is the year 0 and never parsed.
    private readonly int _ordinal;

    private Period(Frequency frequency, int ordinal, bool merged)
    {
        if (ordinal < (int)frequency || ordinal >= 10_000 * (int)frequency)
            throw new ArgumentOutOfRangeException(nameof(ordinal), "Years run from 1 to 9999.");
        Frequency = frequency;
        _ordinal = ordinal;
        IsMergedJanuaryFebruary = merged;
    }

    public Frequency Frequency { get; }

    /// <summary>True for <c>yyyy-01~02</c>.</summary>
    public bool IsMergedJanuaryFebruary { get; }

    public int Year => _ordinal / (int)Frequency;

    /// <summary>1-based place in the year: month 1 to 12, quarter 1 to 4, or 1 for a year.</summary>
    public int Part => _ordinal % (int)Frequency + 1;

    public static Period OfYear(int year) => new(Frequency.Annual, year, false);

    public static Period OfQuarter(int year, int quarter) => Of(Frequency.Quarterly, year, quarter);

    public static Period OfMonth(int year, int month) => Of(Frequency.Monthly, year, month);

    public static Period OfMergedJanuaryFebruary(int year) => new(Frequency.Monthly, year * 12 + 1, true);

    public static Period Of(Frequency frequency, int year, int part)
    {
        if (part < 1 || part > (int)frequency)
            throw new ArgumentOutOfRangeException(nameof(part), $"A {frequency} period has a part from 1 to {(int)frequency}.");
        return new(frequency, year * (int)frequency + part - 1, false);
    }

    /// <summary>The period of <paramref name="frequency"/> that a day falls in.</summary>
    public static Period Containing(DateOnly day, Frequency frequency) =>
        Of(frequency, day.Year, (day.Month - 1) * (int)frequency / 12 + 1);

    /// <summary>First day.</summary>
    public DateOnly Start => IsMergedJanuaryFebruary
        ? new DateOnly(Year, 1, 1)
        : new DateOnly(Year, (Part - 1) * 12 / (int)Frequency + 1, 1);

    /// <summary>Last day, inclusive.</summary>
    public DateOnly End => new DateOnly(Year, Part * 12 / (int)Frequency, 1).AddMonths(1).AddDays(-1);

    /// <summary>Moves by whole periods of its own frequency. A merged period moves by years only.</summary>
    public Period Plus(int periods)
    {
        if (IsMergedJanuaryFebruary && periods % 12 != 0)
            throw new InvalidOperationException($"{this} has no neighbour of its own kind inside the year.");
        return new(Frequency, _ordinal + periods, IsMergedJanuaryFebruary);
    }

    /// <summary>The same period of the year before.</summary>
    public Period YearBefore => Plus(-(int)Frequency);

    /// <summary>Whole periods from <paramref name="earlier"/> to this one; negative when this one is earlier.</summary>
    public int Since(Period earlier)
    {
        RequireSameFrequency(earlier);
        return _ordinal - earlier._ordinal;
    }

    /// <summary>The longer period that this one lies in.</summary>
    public Period In(Frequency coarser) => (int)coarser > (int)Frequency
        ? throw new InvalidOperationException($"{this} does not lie in one {coarser} period.")
        : Of(coarser, Year, (Part - 1) * (int)coarser / (int)Frequency + 1);

    /// <summary>The periods of a finer (or the same) frequency that make this one up, in order.</summary>
    public IEnumerable<Period> Split(Frequency finer)
    {
        if ((int)finer < (int)Frequency)
            throw new InvalidOperationException($"{this} is not made of {finer} periods.");
        var each = (int)finer / (int)Frequency;
        for (var i = 0; i < each; i++)
            yield return Of(finer, Year, (Part - 1) * each + i + 1);
    }

    /// <summary>The last period of <paramref name="finer"/> frequency inside this one.</summary>
    public Period Last(Frequency finer) => Of(finer, Year, Part * ((int)finer / (int)Frequency));

    public int CompareTo(Period other)
    {
        RequireSameFrequency(other);
        var byTime = _ordinal.CompareTo(other._ordinal);
        return byTime != 0 ? byTime : IsMergedJanuaryFebruary.CompareTo(other.IsMergedJanuaryFebruary);
    }

    public static bool operator <(Period left, Period right) => left.CompareTo(right) < 0;
    public static bool operator >(Period left, Period right) => left.CompareTo(right) > 0;
    public static bool operator <=(Period left, Period right) => left.CompareTo(right) <= 0;
    public static bool operator >=(Period left, Period right) => left.CompareTo(right) >= 0;

    /// <summary>The key used in files, the database and addresses.</summary>
    public override string ToString() => Frequency switch
    {
        Frequency.Annual => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}"),
        Frequency.Quarterly => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-Q{Part}"),
        Frequency.Monthly when IsMergedJanuaryFebruary => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-01~02"),
        Frequency.Monthly => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Part:00}"),
        _ => "",
    };

    public static Period Parse(string text) =>
        TryParse(text) ?? throw new FormatException($"'{text}' is not a period such as 2024, 2024-Q3, 2024-09 or 2024-01~02.");

    /// <summary>Reads a key as written by <see cref="ToString"/>; <c>2024Q3</c> is accepted too.</summary>
    public static Period? TryParse(string? text)
    {
        var match = Key().Match(text ?? "");
        if (!match.Success)
            return null;
        var year = Number(match.Groups["year"]);
        if (year == 0)
            return null;
        if (match.Groups["merged"].Success)
            return OfMergedJanuaryFebruary(year);
        if (match.Groups["quarter"].Success)
            return OfQuarter(year, Number(match.Groups["quarter"]));
        return match.Groups["month"].Success ? OfMonth(year, Number(match.Groups["month"])) : OfYear(year);
    }

    [GeneratedRegex(@"^(?<year>[0-9]{4})(-?Q(?<quarter>[1-4])|-(?<merged>01~02)|-(?<month>0[1-9]|1[0-2]))?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Key();

    private static int Number(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    private void RequireSameFrequency(Period other)
    {
        if (Frequency != other.Frequency)
            throw new InvalidOperationException($"{this} and {other} have different frequencies and no order.");
    }
}
