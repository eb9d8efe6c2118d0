using System.Collections.Immutable;
using Indices.Methodology;

namespace Indices.Sources;

/// <summary>Where statistics come from, by which way, and what they mean here (docs/sources.md).</summary>
/// <param name="Agency">Code of an agency of the catalogue, or empty.</param>
/// <param name="Inbox">Pattern of file names (<c>*</c> and <c>?</c>) that are this source's, or null.</param>
/// <param name="Address">What is fetched, or null for sources that come as files or by hand.</param>
/// <param name="Area">Area of series that name none; empty means the city.</param>
/// <param name="Scope">Scope of series that name none; empty for the scope that the methodology defines.</param>
/// <param name="Unit">Unit of figures whose series, header and cell name none; null means the indicator's own.</param>
/// <param name="AllOrNothing">One bad row keeps the whole document out.</param>
/// <param name="Cron">When it is fetched, in the office's clock; null for on demand only.</param>
/// <param name="DueLagDays">Days after a period until the source delivers it; null leaves that to each indicator's own lag.</param>
/// <param name="Contact">Whom to call when it is late.</param>
/// <param name="Credentials">Name under which the configuration holds what to send as Authorization, never the secret itself.</param>
/// <param name="IsEnabled">False: neither fetched nor expected.</param>
public sealed record Source(
    string Code,
    LocalText Name,
    SourceKind Kind,
    string Agency,
    string? Inbox,
    Uri? Address,
    string Area,
    string Scope,
    string? Unit,
    bool AllOrNothing,
    string? Cron,
    int? DueLagDays,
    string? Contact,
    string? Credentials,
    bool IsEnabled,
    ImmutableArray<SourceSeries> Series)
{
    /// <summary>Where records and their fields are; only for <see cref="SourceKind.Json"/>.</summary>
    public JsonShape? Json { get; init; }

    /// <summary>What the names of the jobs that fetch begin with.</summary>
    public const string JobPrefix = "fetch-";

    /// <summary>Name of the job that fetches it.</summary>
    public string FetchJob => JobPrefix + Code;

    public bool IsFetched => Address is not null;

    /// <summary>Days after the end of a period until this source has an indicator's value.</summary>
    /// <param name="own">The indicator's own lag. A source may be slower than the indicator allows; it cannot make it due earlier.</param>
    public int DueLag(int own) => Math.Max(DueLagDays ?? own, own);
}

public enum SourceKind
{
    Csv,
    Tsv,
    Xlsx,
    Xls,
    /// <summary>JSON over HTTP, by paths.</summary>
    Json,
    /// <summary>The query interface of the National Bureau of Statistics.</summary>
    Nbs,
    SdmxCsv,
    SdmxJson,
    /// <summary>Typed in by hand.</summary>
    Manual,
}

/// <summary>One series of a source and what it is called there.</summary>
/// <param name="Label">What the source calls it: the text of a label cell or field, or the code of an NBS indicator. Null in tidy files, which name the indicator's code.</param>
/// <param name="Measure">One of <see cref="Observations.Measures"/>.</param>
/// <param name="Scope">Null: the source's.</param>
/// <param name="Area">Null: the source's.</param>
/// <param name="Unit">Null: the source's.</param>
/// <param name="Value">JSON: pointer to the value within a record where it is not the shape's.</param>
/// <param name="Key">SDMX: values of dimensions, and NBS: value codes, that select the series. Empty selects by label alone.</param>
public sealed record SourceSeries(
    string Indicator,
    string Measure,
    string? Label,
    string? Scope,
    string? Area,
    string? Unit,
    string? Value,
    ImmutableArray<KeyValuePair<string, string>> Key);

/// <summary>JSON pointers (RFC 6901): to the array of records, and within a record.</summary>
/// <param name="Records">The empty pointer is the whole document.</param>
/// <param name="Value">Null when every series has a pointer of its own.</param>
/// <param name="Label">Tells records of several series apart by <see cref="SourceSeries.Label"/>; null when a record holds all series of a period.</param>
/// <param name="Status">A letter of CL_OBS_STATUS, or null.</param>
public sealed record JsonShape(string Records, string Period, string? Value, string? Label, string? Status);
