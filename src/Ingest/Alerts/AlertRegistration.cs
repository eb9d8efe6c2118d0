using Microsoft.Extensions.DependencyInjection;

namespace Ingest.Alerts;

internal static class AlertRegistration
{
    internal static IServiceCollection AddAlerts(this IServiceCollection services, AlertOptions options)
    {
        services.AddHttpClient(WebhookChannel.Client, client => client.Timeout = TimeSpan.FromSeconds(15));
        if (options.Email is { } email)
            services.AddSingleton<IAlertChannel>(new EmailChannel(email));
        if (options.Webhook is { } webhook)
            services.AddSingleton<IAlertChannel>(p => new WebhookChannel(webhook, p.GetRequiredService<IHttpClientFactory>()));
        if (options.DingTalk is { } robot)
            services.AddSingleton<IAlertChannel>(p => new DingTalkChannel(robot, p.GetRequiredService<IHttpClientFactory>(), p.GetRequiredService<TimeProvider>()));
        return services.AddSingleton<AlertRound>();
    }
}
