using Indices.Observations;
using Indices.Sources;
using Indices.Time;
using Ingest.Validation;

namespace Ingest.Sources;

/// <summary>What a file of statistics does not say itself.</summary>
/// <param name="Sha256">Hash of its bytes.</param>
/// <param name="Origin">Origin of rows that name none.</param>
/// <param name="Area">Area of deals in a file without that column; null refuses them.</param>
/// <param name="ReceivedAt">
/// Vintage of rows that name none, and the latest that one may name: a value cannot have become known after we had it.
/// Null when nobody received the file: a row then counts as known from the end of its period.
/// </param>
/// <param name="Blank">
/// Status of an empty value without a status. Null refuses it: at the door a gap must say why it is one, so that an
/// unfilled form never takes a known value away.
/// </param>
/// <param name="OfficeTimeZone">Clock in which bare dates are read.</param>
public sealed record FileContext(
    string Sha256,
    Origin Origin,
    string? Area,
    Vintage? ReceivedAt,
    ObservationStatus? Blank,
    TimeZoneInfo OfficeTimeZone)
{
    /// <summary>What its source says of labels, units and scopes; null when the file is nobody's.</summary>
    public Source? Source { get; init; }

    /// <summary>Units, frequencies and names of the series that a file may be about. Null where no definitions are at hand: units and names are then not understood.</summary>
    internal KnownSeries? Series { get; init; }
}
