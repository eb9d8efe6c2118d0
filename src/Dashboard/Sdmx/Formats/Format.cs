using Dashboard.Sdmx.Structures;
using Microsoft.Net.Http.Headers;

namespace Dashboard.Sdmx.Formats;

/// <summary>A way in which a message is written.</summary>
/// <param name="MediaType">With its version, as it is answered.</param>
/// <param name="Short">Names by which <c>format=</c> asks for it.</param>
internal sealed record Format(FormatKind Kind, string MediaType, string Version, params string[] Short)
{
    internal static readonly Format GenericData = new(FormatKind.GenericXml, "application/vnd.sdmx.genericdata+xml", "2.1", "genericdata");
    internal static readonly Format StructureSpecificData = new(FormatKind.StructureSpecificXml, "application/vnd.sdmx.structurespecificdata+xml", "2.1", "structurespecificdata");
    internal static readonly Format DataJson1 = new(FormatKind.Json1, "application/vnd.sdmx.data+json", "1.0.0", "jsondata1");
    internal static readonly Format DataJson2 = new(FormatKind.Json2, "application/vnd.sdmx.data+json", "2.0.0", "jsondata2");
    internal static readonly Format DataJson21 = new(FormatKind.Json2, "application/vnd.sdmx.data+json", "2.1.0", "jsondata21");
    internal static readonly Format DataCsv1 = new(FormatKind.Csv1, "application/vnd.sdmx.data+csv", "1.0.0", "csv1");
    internal static readonly Format DataCsv2 = new(FormatKind.Csv2, "application/vnd.sdmx.data+csv", "2.0.0", "csv2");
    internal static readonly Format StructureXml = new(FormatKind.StructureSpecificXml, "application/vnd.sdmx.structure+xml", "2.1", "structure", "xml");
    internal static readonly Format StructureJson1 = new(FormatKind.Json1, "application/vnd.sdmx.structure+json", "1.0.0", "structurejson1");
    internal static readonly Format StructureJson2 = new(FormatKind.Json2, "application/vnd.sdmx.structure+json", "2.0.0", "structurejson2");
    internal static readonly Format StructureJson21 = new(FormatKind.Json2, "application/vnd.sdmx.structure+json", "2.1.0", "structurejson21");

    internal string ContentType => $"{MediaType};version={Version}";

    internal bool IsXml => Kind is FormatKind.GenericXml or FormatKind.StructureSpecificXml;

    internal bool IsCsv => Kind is FormatKind.Csv1 or FormatKind.Csv2;
}

internal enum FormatKind
{
    GenericXml,
    StructureSpecificXml,
    Json1,
    Json2,
    Csv1,
    Csv2,
}

/// <param name="Offered">The first of a kind is meant where no version is asked for, the first of all where anything will do.</param>
internal sealed record Negotiation(params Format[] Offered)
{
    internal static readonly Negotiation Data1 = new(Format.GenericData, Format.StructureSpecificData, Format.DataJson1, Format.DataCsv1, Format.DataJson2, Format.DataJson21, Format.DataCsv2);
    internal static readonly Negotiation Data2 = new(Format.DataJson2, Format.DataCsv2, Format.DataJson21, Format.StructureSpecificData, Format.GenericData, Format.DataJson1, Format.DataCsv1);
    internal static readonly Negotiation Structures1 = new(Format.StructureXml, Format.StructureJson1, Format.StructureJson2, Format.StructureJson21);
    internal static readonly Negotiation Structures2 = new(Format.StructureJson2, Format.StructureJson21, Format.StructureXml, Format.StructureJson1);

    /// <summary>The format for a request, and the parameters of the media type that was asked for.</summary>
    /// <exception cref="SdmxException">None of the accepted ones is offered.</exception>
    internal (Format Format, CsvOptions Csv) Choose(HttpRequest request)
    {
        if (request.Query["format"].ToString() is { Length: > 0 } named)
            return (Named(named), CsvOptions.Default);
        var accepted = request.GetTypedHeaders().Accept;
        foreach (var asked in accepted.Where(a => a.Quality is not 0).OrderByDescending(a => a.Quality ?? 1))
            if (Find(asked) is { } format)
                return (format, format.IsCsv ? CsvOptions.Of(asked) : CsvOptions.Default);
        return accepted.Count == 0 ? (Offered[0], CsvOptions.Default) : throw SdmxException.NotAcceptable();
    }

    private Format Named(string name) => Offered.FirstOrDefault(f => f.Short.Contains(name) || f.MediaType == name || f.ContentType == name)
        ?? name switch
        {
            "json" or "jsondata" or "sdmx-json" => Offered.First(f => f.Kind is FormatKind.Json1 or FormatKind.Json2),
            "csv" or "csvdata" or "csvfile" => Offered.FirstOrDefault(f => f.IsCsv),
            "xml" => Offered.First(f => f.IsXml),
            _ => null,
        } ?? throw SdmxException.NotAcceptable();

    private Format? Find(MediaTypeHeaderValue asked)
    {
        var version = asked.Parameters.FirstOrDefault(p => p.Name.Equals("version", StringComparison.OrdinalIgnoreCase))?.GetUnescapedValue().ToString();
        return asked.MediaType.ToString() switch
        {
            "*/*" or "application/*" => Offered[0],
            "application/json" or "text/json" => Offered.First(f => f.Kind is FormatKind.Json1 or FormatKind.Json2),
            "application/xml" or "text/xml" => Offered.First(f => f.IsXml),
            "text/csv" => Offered.FirstOrDefault(f => f.IsCsv),
            var type => Offered.FirstOrDefault(f => f.MediaType.Equals(type, StringComparison.OrdinalIgnoreCase) && (version is null || f.Version == version)),
        };
    }
}

/// <param name="WithNames">Names beside the codes.</param>
/// <param name="IsTimeNormalised">Periods as the instant of their first day.</param>
internal sealed record CsvOptions(bool WithNames, bool IsTimeNormalised)
{
    internal static readonly CsvOptions Default = new(false, false);

    /// <exception cref="SdmxException">A parameter that is not offered.</exception>
    internal static CsvOptions Of(MediaTypeHeaderValue asked)
    {
        string Parameter(string name, string otherwise) =>
            asked.Parameters.FirstOrDefault(p => p.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.GetUnescapedValue().ToString() ?? otherwise;
        return (Parameter("labels", "id"), Parameter("timeFormat", "original"), Parameter("keys", "none")) switch
        {
            (("id" or "both") and var labels, ("original" or "normalized") and var time, "none") => new(labels == "both", time == "normalized"),
            _ => throw SdmxException.NotAcceptable(),
        };
    }
}
