using Indices.Time;

namespace Ingest.Sources.Csv;

/// <summary>Years that statistics can be about; any other is a slip of the finger, and would put a long empty series before or after it.</summary>
internal static class Years
{
    internal const int Earliest = 1900;
    internal const int Latest = 2199;

    internal static bool Holds(int year) => year is >= Earliest and <= Latest;

    internal static Period? PeriodOf(string text) => Period.TryParse(text) is { } period && Holds(period.Year) ? period : null;
}
