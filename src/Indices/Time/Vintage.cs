using System.Globalization;

namespace Indices.Time;

/// <summary>When a value became known to us. A period says about when, a vintage says known when.</summary>
/// <remarks>An instant in UTC with whole milliseconds; written in a fixed width, so that text order is time order.</remarks>
public readonly record struct Vintage : IComparable<Vintage>
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    public Vintage(DateTimeOffset instant) =>
        Instant = new DateTimeOffset(instant.UtcTicks - instant.UtcTicks % TimeSpan.TicksPerMillisecond, TimeSpan.Zero);

    public DateTimeOffset Instant { get; }

    public int CompareTo(Vintage other) => Instant.CompareTo(other.Instant);

    public static bool operator <(Vintage left, Vintage right) => left.CompareTo(right) < 0;
    public static bool operator >(Vintage left, Vintage right) => left.CompareTo(right) > 0;
    public static bool operator <=(Vintage left, Vintage right) => left.CompareTo(right) <= 0;
    public static bool operator >=(Vintage left, Vintage right) => left.CompareTo(right) >= 0;

    public override string ToString() => Instant.ToString(Format, CultureInfo.InvariantCulture);

    public static Vintage Parse(string text) => new(DateTimeOffset.ParseExact(
        text, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal));
}
