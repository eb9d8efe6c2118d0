using System.Collections.Immutable;
using Dashboard.Sdmx.Data;
using Dashboard.Sdmx.Formats;
using Dashboard.Sdmx.Structures;

namespace Dashboard.Sdmx;

/// <summary>Version 2 of the REST interface, for SDMX 3. What is left out at the end of a path is any.</summary>
internal static class SdmxVersion2
{
    internal static async Task<IResult> Data(HttpContext context, string? path, PublicReaders readers, CancellationToken cancellation)
    {
        var request = context.Request;
        var source = new SdmxSource(readers);
        var (format, csv) = Negotiation.Data2.Choose(request);
        var (structures, definitions) = await source.Open(cancellation) ?? throw SdmxException.NoResults();
        var parts = Parts(path, 5);
        var ofStructure = IsOfStructure(structures, parts);
        var query = Query(request, parts, structures.Structure);
        var now = readers.Now;
        var instant = request.Instant("asOf", now) ?? now;
        var updatedAfter = request.Instant("updatedAfter", now);
        if (updatedAfter > instant)
            throw SdmxException.Syntax("updatedAfter is later than asOf.");
        var sets = query.Run(await source.Sets(definitions, instant, updatedAfter, request.Flag("includeHistory"), cancellation));
        await readers.SetLifetime(context.Response, cancellation);
        return SdmxAnswer.Data(
            context, new DataMessage(SdmxAnswer.MessageId(request), await source.Prepared(instant, cancellation), structures.Flow, ofStructure, query, sets, SdmxAnswer.LanguageOf(request)),
            format, csv);
    }

    internal static async Task<IResult> Availability(HttpContext context, string? path, PublicReaders readers, CancellationToken cancellation)
    {
        var source = new SdmxSource(readers);
        var (format, _) = Negotiation.Structures2.Choose(context.Request);
        var (structures, definitions) = await source.Open(cancellation) ?? throw SdmxException.NoResults();
        var parts = Parts(path, 6);
        IsOfStructure(structures, parts);
        var query = Query(context.Request, parts, structures.Structure);
        return await SdmxAvailability.Answer(context, source, structures, definitions, query, SdmxParameters.List(At(parts, 5)), format, cancellation);
    }

    internal static async Task<IResult> Structures(HttpContext context, string? path, PublicReaders readers, CancellationToken cancellation)
    {
        var parts = Parts(path, 5);
        var kinds = At(parts, 0).Split(',');
        if (kinds.FirstOrDefault(k => !ArtefactNames.IsKnown(k)) is { } unknown)
            throw SdmxException.Syntax($"There is no kind of structure called {unknown}.");
        var (format, _) = Negotiation.Structures2.Choose(context.Request);
        var query = new StructureQuery(
            [.. kinds.SelectMany(k => ArtefactNames.Kinds(k)).Distinct()], Reference(parts), SdmxParameters.List(At(parts, 4)),
            context.Request.Text("references", "none"), context.Request.Text("detail", "full"));
        return await SdmxStructures.Answer(context, new SdmxSource(readers), query, format, cancellation);
    }

    internal static Task<IResult> Other(string resource) => throw (resource is "schema" or "metadata" or "registration"
        ? SdmxException.NotImplemented(resource)
        : SdmxException.Syntax($"There is no resource {resource}."));

    private static string[] Parts(string? path, int most)
    {
        var parts = (path ?? "").TrimEnd('/').Split('/');
        return parts.Length <= most ? parts : throw SdmxException.Syntax("The path has too many parts.");
    }

    private static string At(string[] parts, int place) => place < parts.Length && parts[place].Length > 0 ? parts[place] : "*";

    private static ArtefactRef Reference(string[] parts) =>
        new(SdmxParameters.List(At(parts, 1)), SdmxParameters.List(At(parts, 2)), SdmxParameters.List(At(parts, 3)));

    private static bool IsOfStructure(IndexStructures structures, string[] parts)
    {
        var contexts = At(parts, 0).Split(',');
        if (contexts.Any(c => c is not ("dataflow" or "datastructure" or "provisionagreement" or "*")))
            throw SdmxException.Syntax("The context is dataflow, datastructure or provisionagreement.");
        var reference = Reference(parts);
        if (contexts.Any(c => c is "dataflow" or "*") && reference.Includes(structures.Flow))
            return false;
        return contexts.Any(c => c is "datastructure" or "*") && reference.Includes(structures.Structure) ? true : throw SdmxException.NoResults();
    }

    private static DataQuery Query(HttpRequest request, string[] parts, DataStructure structure)
    {
        request.CheckReportingYear();
        var filters = request.Query.Where(q => q.Key.StartsWith("c[", StringComparison.Ordinal) && q.Key.EndsWith(']'))
            .Select(q => q.Value.Count == 1
                ? ComponentFilter.Of(structure, q.Key[2..^1], q.Value.ToString())
                : throw SdmxException.Syntax($"{q.Key} may be given once."))
            .ToImmutableArray();
        var attributes = Attributes(request.Text("attributes", "dsd"), structure);
        var hasMeasure = Measures(request.Text("measures", "all"));
        return new DataQuery(KeyFilter.OfVersion2(At(parts, 4), SeriesKey.Length), filters)
        {
            DimensionAtObservation = request.DimensionAtObservation(structure),
            Attributes = attributes,
            HasMeasure = hasMeasure,
            // Neither measures nor attributes of observations: the keys of the series.
            HasObservations = hasMeasure || attributes is null || structure.Components.Any(c => c.Role == Role.ObservationAttribute && attributes.Contains(c.Id)),
            First = request.Whole("firstNObservations", 1),
            Last = request.Whole("lastNObservations", 1),
            Offset = request.Whole("offset", 0) ?? 0,
            Limit = request.Whole("limit", 1),
            Sort = Sort(request.Text("sort", ""), structure, request.Text("dimensionAtObservation", "TIME_PERIOD")),
        };
    }

    private static ImmutableHashSet<string>? Attributes(string asked, DataStructure structure)
    {
        var told = asked.Split(',');
        if (told.Any(a => a is "dsd" or "all"))
            return null;
        return [.. told.SelectMany(a => a switch
        {
            "none" or "msd" or "dataset" => [],
            "series" => structure.Components.Where(c => c.Role == Role.SeriesAttribute).Select(c => c.Id),
            "obs" => structure.Components.Where(c => c.Role == Role.ObservationAttribute).Select(c => c.Id),
            _ when structure.Components.Any(c => c.IsAttribute && c.Id == a) => [a],
            _ => throw SdmxException.Syntax($"There is no attribute {a}."),
        })];
    }

    private static bool Measures(string asked) => asked switch
    {
        "all" or "OBS_VALUE" => true,
        "none" => false,
        _ => throw SdmxException.Syntax("The measure is OBS_VALUE."),
    };

    private static ImmutableArray<(int, bool)> Sort(string asked, DataStructure structure, string dimensionAtObservation) => asked.Length == 0
        ? []
        : [.. asked.Split('+', ' ').SelectMany(part =>
        {
            var pieces = part.Split(':');
            if (pieces.Length > 2 || (pieces.Length == 2 && pieces[1] is not ("asc" or "desc")))
                throw SdmxException.Syntax($"sort: '{part}' cannot be read.");
            var places = Enumerable.Range(0, structure.Components.Length).Where(i => pieces[0] switch
            {
                "*" => structure.Components[i].IsDimension,
                "series_key" => structure.Components[i].IsDimension && structure.Components[i].Id != dimensionAtObservation,
                var id => structure.Components[i].Id == id,
            }).ToArray();
            if (places.Length == 0)
                throw SdmxException.Syntax($"sort: there is no component {pieces[0]}.");
            return places.Select(p => (p, pieces.Length == 2 && pieces[1] == "desc"));
        })];
}
