using System.Collections.Immutable;
using Dashboard.Sdmx.Data;
using Dashboard.Sdmx.Formats;
using Dashboard.Sdmx.Structures;

namespace Dashboard.Sdmx;

/// <summary>Version 1.5 of the REST interface, for SDMX 2.1.</summary>
internal static class SdmxVersion1
{
    internal static async Task<IResult> Data(HttpContext context, string flow, string? key, string? provider, PublicReaders readers, CancellationToken cancellation)
    {
        var request = context.Request;
        var source = new SdmxSource(readers);
        var (format, csv) = Negotiation.Data1.Choose(request);
        var (structures, definitions) = await source.Open(cancellation) ?? throw SdmxException.NoResults();
        Check(structures, flow, provider);
        var query = Query(request, key, structures.Structure);
        var now = readers.Now;
        var instant = request.Instant("asOf", now) ?? now;
        var sets = query.Run(await source.Sets(definitions, instant, request.Instant("updatedAfter", now), request.Flag("includeHistory"), cancellation));
        await readers.SetLifetime(context.Response, cancellation);
        return SdmxAnswer.Data(
            context, new DataMessage(SdmxAnswer.MessageId(request), await source.Prepared(instant, cancellation), structures.Flow, false, query, sets, SdmxAnswer.LanguageOf(request)),
            format, csv);
    }

    internal static async Task<IResult> Availability(
        HttpContext context, string flow, string? key, string? provider, string? component, PublicReaders readers, CancellationToken cancellation)
    {
        var request = context.Request;
        var source = new SdmxSource(readers);
        var (format, _) = Negotiation.Structures1.Choose(request);
        var (structures, definitions) = await source.Open(cancellation) ?? throw SdmxException.NoResults();
        Check(structures, flow, provider);
        var query = Query(request, key, structures.Structure);
        return await SdmxAvailability.Answer(context, source, structures, definitions, query, SdmxParameters.List(component), format, cancellation);
    }

    internal static async Task<IResult> Structures(
        HttpContext context, string resource, string? agency, string? id, string? version, string? item, PublicReaders readers, CancellationToken cancellation)
    {
        if (resource is "schema" or "metadata")
            throw SdmxException.NotImplemented(resource);
        if (!ArtefactNames.IsKnown(resource))
            throw SdmxException.Syntax($"There is no resource {resource}.");
        var (format, _) = Negotiation.Structures1.Choose(context.Request);
        // OR is a plus sign here, a comma in version 2.
        static ImmutableArray<string> Any(string? text) => SdmxParameters.List(text?.Replace('+', ','));
        var query = new StructureQuery(
            ArtefactNames.Kinds(resource), new ArtefactRef(Any(agency), Any(id), version is null or "latest" or "all" ? [] : [.. version.Split('+', ',')]), Any(item),
            context.Request.Text("references", "none"), context.Request.Text("detail", "full"));
        return await SdmxStructures.Answer(context, new SdmxSource(readers), query, format, cancellation);
    }

    private static void Check(IndexStructures structures, string flow, string? provider)
    {
        var parts = flow.Split(',');
        var reference = parts.Length switch
        {
            1 => new ArtefactRef([], SdmxParameters.List(parts[0]), []),
            2 or 3 => new ArtefactRef(SdmxParameters.List(parts[0]), SdmxParameters.List(parts[1]), parts.Length == 2 ? [] : SdmxParameters.List(parts[2])),
            _ => throw SdmxException.Syntax("A flow is ID, AGENCY,ID or AGENCY,ID,VERSION."),
        };
        // The office is the one provider of its data.
        var providers = provider?.Split('+', ',') ?? ["all"];
        if (!reference.Includes(structures.Flow) || !(providers.Contains("all") || providers.Contains(structures.Flow.Agency)))
            throw SdmxException.NoResults();
    }

    private static DataQuery Query(HttpRequest request, string? key, DataStructure structure)
    {
        var filters = ImmutableArray.CreateBuilder<ComponentFilter>();
        if (request.Text("startPeriod", "") is { Length: > 0 } start)
            filters.Add(ComponentFilter.Of(structure, "TIME_PERIOD", "ge:" + start));
        if (request.Text("endPeriod", "") is { Length: > 0 } end)
            filters.Add(ComponentFilter.Of(structure, "TIME_PERIOD", "le:" + end));
        var detail = request.Text("detail", "full");
        if (detail is not ("full" or "dataonly" or "serieskeysonly" or "nodata"))
            throw SdmxException.Syntax("The parameter detail may be full, dataonly, serieskeysonly or nodata.");
        return new DataQuery(KeyFilter.OfVersion1(key ?? "all", SeriesKey.Length), filters.ToImmutable())
        {
            DimensionAtObservation = request.DimensionAtObservation(structure),
            Attributes = detail is "dataonly" or "serieskeysonly" ? [] : null,
            HasMeasure = detail is "full" or "dataonly",
            HasObservations = detail is "full" or "dataonly",
            First = request.Whole("firstNObservations", 1),
            Last = request.Whole("lastNObservations", 1),
        };
    }
}
