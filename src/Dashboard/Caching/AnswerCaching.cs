namespace Dashboard.Caching;

public static class AnswerCaching
{
    public static IServiceCollection AddAnswerCache(this IServiceCollection services) => services.AddSingleton<AnswerCache>();

    /// <summary>Place it behind the limits on requests and before authentication: a kept answer is for everybody.</summary>
    public static IApplicationBuilder UseAnswerCache(this IApplicationBuilder app)
    {
        var cache = app.ApplicationServices.GetRequiredService<AnswerCache>();
        return app.Use(next => context => cache.Answer(context, next));
    }

    /// <summary>A group whose endpoints' answers may be kept.</summary>
    public static RouteGroupBuilder PublicAnswers(this IEndpointRouteBuilder endpoints) => endpoints.MapGroup("").WithMetadata(PublicAnswer.Mark);
}
