using System.Collections.Immutable;
using System.Globalization;
using Dashboard.Api;
using Dashboard.Sdmx.Structures;

namespace Dashboard.Sdmx;

/// <summary>Parameters of the query part, each read or refused.</summary>
internal static class SdmxParameters
{
    internal static string Text(this HttpRequest request, string name, string otherwise) =>
        request.Query[name].ToString() is { Length: > 0 } text ? text : otherwise;

    /// <exception cref="SdmxException">Not a whole number from <paramref name="least"/> on.</exception>
    internal static int? Whole(this HttpRequest request, string name, int least) => request.Query[name].ToString() switch
    {
        "" => null,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least => number,
        _ => throw SdmxException.Syntax($"The parameter {name} is a whole number of {least} or more."),
    };

    /// <summary>Never later than now.</summary>
    /// <exception cref="SdmxException">Not an instant.</exception>
    internal static DateTimeOffset? Instant(this HttpRequest request, string name, DateTimeOffset now) => request.Query[name].ToString() switch
    {
        "" => null,
        var text => AsOf.TryParse(text, now)?.Instant ?? throw SdmxException.Syntax($"The parameter {name} is an instant such as 2025-11-24T10:00:00Z."),
    };

    /// <exception cref="SdmxException">Neither true nor false.</exception>
    internal static bool Flag(this HttpRequest request, string name) => request.Query[name].ToString() switch
    {
        "" or "false" => false,
        "true" => true,
        _ => throw SdmxException.Syntax($"The parameter {name} is true or false."),
    };

    /// <exception cref="SdmxException">Not a dimension of the structure.</exception>
    internal static string DimensionAtObservation(this HttpRequest request, DataStructure structure)
    {
        var asked = request.Text("dimensionAtObservation", "TIME_PERIOD");
        return asked == "AllDimensions" || structure.Components.Any(c => c.IsDimension && c.Id == asked)
            ? asked
            : throw SdmxException.Syntax($"dimensionAtObservation: there is no dimension {asked}.");
    }

    /// <exception cref="SdmxException">A year of reports that does not begin in January.</exception>
    internal static void CheckReportingYear(this HttpRequest request)
    {
        if (request.Text("reportingYearStartDay", "--01-01") != "--01-01")
            throw SdmxException.NotImplemented("a reporting year that does not begin on 1 January");
    }

    /// <summary>Values with commas between; empty where any will do.</summary>
    internal static ImmutableArray<string> List(string? text) => text is null or "" or "*" or "all" ? [] : [.. text.Split(',')];
}
