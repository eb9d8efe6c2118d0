using System.Globalization;
using System.Text.RegularExpressions;

namespace Ingest.Sources.Csv;

/// <summary>Numbers as people type them. Anything not listed here is refused, never read as 0.</summary>
public static partial class NumberText
{
    /// <summary>True for an empty cell and for the dashes and dots that statistical tables print where there is no figure.</summary>
    internal static bool IsGap(string narrow) => narrow is "" or "-" or "--" or "—" or "——" or "–" or "…" or "……";

    /// <summary>Invariant decimal text: half-width, without thousands separators or leading plus. Null when it is not a finite number.</summary>
    internal static string? TryNormalise(string narrow)
    {
        if (!Number().IsMatch(narrow))
            return null;
        var plain = narrow.Replace(",", "", StringComparison.Ordinal).TrimStart('+');
        return double.IsFinite(ValueOf(plain)) ? plain : null;
    }

    /// <summary>The value of normalised text.</summary>
    public static double ValueOf(string normalised) => double.Parse(normalised, NumberStyles.Float, CultureInfo.InvariantCulture);

    // Separators only at whole thousands: "1,23" is a decimal comma or a slip, and guessing would be a factor of 100.
    [GeneratedRegex(@"^[+-]?([0-9]{1,3}(,[0-9]{3})+|[0-9]+)(\.[0-9]+)?([eE][+-]?[0-9]{1,4})?$", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
