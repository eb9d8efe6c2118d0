using Dashboard.Api;
using Microsoft.Net.Http.Headers;

namespace Dashboard.Sdmx;

/// <summary>The interface that statisticians already know: SDMX REST 1.5 (SDMX 2.1) and 2 (SDMX 3).</summary>
public static class SdmxEndpoints
{
    public static IEndpointRouteBuilder MapSdmx(this IEndpointRouteBuilder endpoints)
    {
        var first = endpoints.MapGroup(DashboardUrls.Sdmx + "/v1").AsOpenData().AddEndpointFilter(Errors(false));
        Read(first, "/data/{flow}/{key?}/{provider?}", SdmxVersion1.Data);
        Read(first, "/availableconstraint/{flow}/{key?}/{provider?}/{component?}", SdmxVersion1.Availability);
        Read(first, "/{resource}/{agency?}/{id?}/{version?}/{item?}", SdmxVersion1.Structures);
        var second = endpoints.MapGroup(DashboardUrls.Sdmx + "/v2").AsOpenData().AddEndpointFilter(Errors(true));
        Read(second, "/data/{**path}", SdmxVersion2.Data);
        Read(second, "/availability/{**path}", SdmxVersion2.Availability);
        Read(second, "/structure/{**path}", SdmxVersion2.Structures);
        Read(second, "/{resource}/{**path}", SdmxVersion2.Other);
        endpoints.MapMethods(DashboardUrls.Sdmx + "/{**rest}", [HttpMethods.Options], OpenData.Preflight).ExcludeFromDescription();
        return endpoints;
    }

    private static void Read(RouteGroupBuilder group, string pattern, Delegate handler) =>
        group.MapMethods(pattern, PublicEndpoints.Reading, handler).ExcludeFromDescription();

    /// <summary>An error is told in the format that was asked for, JSON or XML.</summary>
    private static Func<EndpointFilterInvocationContext, EndpointFilterDelegate, ValueTask<object?>> Errors(bool isJsonUsual) => async (invocation, next) =>
    {
        try
        {
            return await next(invocation);
        }
        catch (SdmxException error)
        {
            var accept = invocation.HttpContext.Request.Headers[HeaderNames.Accept].ToString() + invocation.HttpContext.Request.Query["format"];
            var isJson = accept.Contains("json", StringComparison.OrdinalIgnoreCase) || (isJsonUsual && !accept.Contains("xml", StringComparison.OrdinalIgnoreCase));
            await SdmxAnswer.Error(invocation.HttpContext, error, isJson);
            return TypedResults.Empty;
        }
    };
}
