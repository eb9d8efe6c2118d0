namespace Dashboard.Sdmx;

/// <summary>A query that is answered with an error message of SDMX.</summary>
/// <param name="status">Of HTTP.</param>
/// <param name="code">Of the web service guidelines: 100 no results, 130 too large, 140 syntax, 150 semantics, 501 not implemented.</param>
internal sealed class SdmxException(int status, int code, string message) : Exception(message)
{
    internal int Status => status;

    internal int Code => code;

    internal static SdmxException NoResults() => new(StatusCodes.Status404NotFound, 100, "No results found.");

    internal static SdmxException Syntax(string what) => new(StatusCodes.Status400BadRequest, 140, what);

    internal static SdmxException NotAcceptable() => new(StatusCodes.Status406NotAcceptable, 150, "None of the accepted formats is offered for this resource.");

    internal static SdmxException TooLarge(int most) => new(
        StatusCodes.Status413PayloadTooLarge, 130, $"The answer would hold more than {most} observations. Narrow the key or the time range.");

    internal static SdmxException NotImplemented(string what) => new(StatusCodes.Status501NotImplemented, 501, $"Not implemented: {what}.");
}
