using System.Globalization;
using System.Text;
using Dashboard.PageModels;
using Dashboard.PageModels.IndexPages;
using Dashboard.Security;
using Dashboard.Sdmx.Data;
using Dashboard.Sdmx.Formats;
using Indices.Methodology;
using Indices.Releases;
using Indices.Time;

namespace Dashboard.Api;

/// <summary>The files of one release version, at an address that holds for good, and of the newest release of an index.</summary>
public static class ReleaseFileEndpoints
{
    internal const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static IEndpointRouteBuilder MapReleaseFiles(this IEndpointRouteBuilder endpoints)
    {
        var files = endpoints.MapGroup("/indices/{code}").AsOpenData().ExcludeFromDescription();
        foreach (var (name, write) in Writers)
        {
            var limit = name == "data.xlsx" ? RateLimits.Export : RateLimits.Api;
            files.MapMethods("/latest/" + name, PublicEndpoints.Reading, (string code, string? lang, HttpContext context, PublicReaders readers, CancellationToken cancellation) =>
                Answer(context, readers, code, null, 0, lang, name, write, cancellation)).WithRateLimit(limit);
            files.MapMethods("/{period}/v{number:int}/" + name, PublicEndpoints.Reading,
                (string code, string period, int number, string? lang, HttpContext context, PublicReaders readers, CancellationToken cancellation) =>
                    Answer(context, readers, code, period, number, lang, name, write, cancellation)).WithRateLimit(limit);
        }
        return endpoints;
    }

    private static readonly (string Name, Func<Source, IResult> Write)[] Writers =
    [
        ("data.csv", s => File(s, Encoding.UTF8.GetBytes(SeriesCsv.Write(s.Series)), "text/csv; charset=utf-8", "csv")),
        ("data.json", s => TypedResults.Ok(s.Series)),
        ("data.xlsx", s => File(s, SeriesXlsx.Write(s.Series), Xlsx, "xlsx")),
        ("data.sdmx.csv", s => File(s, Encoding.UTF8.GetBytes(Sdmx(s)), Format.DataCsv2.ContentType + ";charset=utf-8", "sdmx.csv")),
    ];

    private static async Task<IResult> Answer(
        HttpContext context, PublicReaders readers, string code, string? period, int number, string? lang, string name, Func<Source, IResult> write, CancellationToken cancellation)
    {
        if (await readers.Definitions.Current(cancellation) is not { } definitions || await Find(readers, code, period, number, cancellation) is not { } content)
            return PublicEndpoints.Missing(Language.Of(lang));
        await readers.SetLifetime(context.Response, cancellation);
        if (PublicCaching.IsKnown(context, $"{content.Version.Fingerprint}-{content.Version.Number}-{name}"))
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        return write(new(content, definitions, SeriesMapping.Series(content, IndexPageComposer.Methodology(definitions, content.Version)), Language.Of(lang)));
    }

    /// <summary>The newest release without a period, else one version of it, and only what is visible.</summary>
    private static async Task<ReleaseContent?> Find(PublicReaders readers, string code, string? period, int number, CancellationToken cancellation) =>
        period is null ? await readers.Releases.Find(code, null, readers.Now, cancellation)
        : Period.TryParse(period) is { } of ? await readers.Releases.FindVersion(code, of, number, readers.Now, cancellation)
        : null;

    private static Microsoft.AspNetCore.Http.HttpResults.FileContentHttpResult File(Source source, byte[] bytes, string type, string extension)
    {
        var version = source.Content.Version;
        return TypedResults.File(bytes, type, string.Create(CultureInfo.InvariantCulture, $"{version.Index}_{version.Period}_v{version.Number}.{extension}"));
    }

    private static string Sdmx(Source source)
    {
        var structures = Dashboard.Sdmx.Structures.IndexStructures.Of(source.Definitions);
        var rows = new DataSet("Information", null, new IndexData(source.Definitions).Rows([source.Content]));
        var message = new DataMessage("", source.Content.Version.ReleasedAt(), structures.Flow, false, DataQuery.Everything, [rows], source.Language);
        return DataCsv.Write(message, FormatKind.Csv2, CsvOptions.Default);
    }

    private sealed record Source(ReleaseContent Content, Definitions Definitions, IndexSeries Series, Language Language);
}
