using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Xml;
using Dashboard.Api;
using Dashboard.Sdmx.Data;
using Dashboard.Sdmx.Formats;
using Dashboard.Sdmx.Structures;
using Microsoft.Net.Http.Headers;

namespace Dashboard.Sdmx;

/// <summary>Writes messages and errors as answers.</summary>
internal static class SdmxAnswer
{
    internal static IResult Data(HttpContext context, DataMessage message, Format format, CsvOptions csv)
    {
        var body = format switch
        {
            { IsXml: true } => DataXml.Write(message, format.Kind),
            { IsCsv: true } => Encoding.UTF8.GetBytes(DataCsv.Write(message, format.Kind, csv)),
            _ => DataJson.Write(message, format),
        };
        var type = csv.WithNames ? $"{format.ContentType};labels=both" : format.ContentType;
        return Bytes(context, body, format.IsCsv ? $"{type};charset=utf-8" : type);
    }

    internal static IResult Structures(HttpContext context, Found found, DateTimeOffset prepared, string sender, Format format)
    {
        var (id, language) = (MessageId(context.Request), LanguageOf(context.Request));
        return Bytes(
            context,
            format.IsXml ? StructureXml.Write(found, id, prepared, sender, language) : StructureJson.Write(found, id, prepared, sender, language, format),
            format.ContentType);
    }

    internal static Language LanguageOf(HttpRequest request) => Language.Of(request.Query["lang"]);

    /// <summary>The same for the same address.</summary>
    internal static string MessageId(HttpRequest request) =>
        "M" + Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(request.Path + request.QueryString)))[..16];

    internal static async Task Error(HttpContext context, SdmxException error, bool isJson)
    {
        context.Response.StatusCode = error.Status;
        context.Response.ContentType = isJson ? "application/vnd.sdmx.data+json;version=2.0.0" : "application/vnd.sdmx.error+xml;version=2.1";
        await context.Response.Body.WriteAsync(isJson ? Json(context.Request, error) : Xml(error), context.RequestAborted);
    }

    private static IResult Bytes(HttpContext context, byte[] body, string type)
    {
        context.Response.Headers.Vary = HeaderNames.Accept;
        return PublicCaching.IsKnown(context, ContentTag.OfBytes(body))
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Bytes(body, type);
    }

    private static byte[] Json(HttpRequest request, SdmxException error) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        meta = new { id = MessageId(request), prepared = "1970-01-01T00:00:00Z", sender = new { id = "SDMX" } },
        errors = new[] { new { code = error.Code, detail = error.Message } },
    });

    private static byte[] Xml(SdmxException error) => XmlParts.Document(xml =>
    {
        xml.Root("Error");
        xml.WriteStartElement("ErrorMessage", XmlParts.Message);
        xml.WriteAttributeString("code", XmlConvert.ToString(error.Code));
        // What was asked is repeated in it, and may hold what XML cannot.
        xml.WriteElementString("Text", XmlParts.Common, string.Concat(error.Message.Select(c => XmlConvert.IsXmlChar(c) ? c : '\uFFFD')));
        xml.WriteEndElement();
        xml.WriteEndElement();
    });
}
