using Indices.Time;

namespace Indices.Observations;

/// <summary>One value of one series as known at one vintage. Append-only: a revision is another observation.</summary>
/// <param name="Value">In the unit of the indicator; null when the status says that it is missing or suppressed.</param>
/// <param name="Vintage">When this value became known.</param>
/// <param name="FirstVintage">When any value of this period first became known; never later than <paramref name="Vintage"/>.</param>
/// <param name="DocumentSha256">Hash of the document that it was read from.</param>
/// <param name="Citation">For public figures; null for the office's own and synthetic ones.</param>
/// <param name="Conversion">Null where the document states the value as it is.</param>
public sealed record Observation(
    SeriesId Series,
    Period Period,
    double? Value,
    ObservationStatus Status,
    Vintage Vintage,
    Vintage FirstVintage,
    string DocumentSha256,
    Bound Bound = Bound.None,
    Citation? Citation = null,
    Conversion? Conversion = null);

/// <summary>A figure quoted as 超, 近 or 约 is a bound, never a point, and no calculation uses it.</summary>
public enum Bound
{
    None,
    /// <summary>超, 突破: the true value is above.</summary>
    Lower,
    /// <summary>不足, 近: the true value is below.</summary>
    Upper,
    /// <summary>约.</summary>
    Approximate,
}

/// <summary>How a value stands in its document, where it was converted into the unit of its series.</summary>
/// <param name="Text">As printed, with its unit: <c>12,345 万元</c>.</param>
/// <param name="Factor">What the printed number was multiplied by, as decimal text: <c>0.0001</c>.</param>
public sealed record Conversion(string Text, string Factor);

/// <summary>Where a public figure was quoted from.</summary>
/// <param name="Tier">A official publication, B serious press quoting an official body, C a copy elsewhere.</param>
/// <param name="Label">What the source calls the figure.</param>
public sealed record Citation(string SourceName, string Address, string Tier, string? Label);
