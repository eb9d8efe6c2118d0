using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Indices.Alerts;
using Ingest.Alerts;
using Ingest.Tests.Sources.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using MimeKit;
using Xunit;

namespace Ingest.Tests.Alerts;

/// <summary>Each channel against a receiver of its kind on the loopback address.</summary>
public sealed class AlertChannelTests
{
    private static readonly DateTimeOffset s_noon = new(2024, 5, 2, 4, 0, 0, TimeSpan.Zero);
    private static readonly OpenAlert s_alert = new(1, new AlertCause("source-failing:x", "抓取失败：样例。", "Fetching failed: sample."), s_noon, []);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Email_Alerts_ArriveWithSubjectTextAndReceivers()
    {
        using var receiver = new MailReceiver();
        var channel = Channel(new AlertOptions { Email = new EmailOptions("127.0.0.1", receiver.Port, EmailSecurity.None, null, null, "platform@office.example", ["a@office.example", "b@office.example"]) });

        await channel.Send([s_alert], Cancellation);

        var message = await MimeMessage.LoadAsync(new MemoryStream(Encoding.Latin1.GetBytes(Assert.Single(receiver.Messages))), Cancellation);
        Assert.Equal("抓取失败：样例。", message.Subject);
        Assert.Equal(["a@office.example", "b@office.example"], message.To.Mailboxes.Select(m => m.Address));
        Assert.Equal("2024-05-02 12:00\n抓取失败：样例。\nFetching failed: sample.", message.TextBody!.ReplaceLineEndings("\n").Trim());
    }

    [Fact]
    public async Task Email_ServerWithoutProtection_GetsNothingUnlessThatIsAllowed()
    {
        using var receiver = new MailReceiver();
        var channel = Channel(new AlertOptions { Email = new EmailOptions("127.0.0.1", receiver.Port, EmailSecurity.StartTls, null, null, "p@office.example", ["a@office.example"]) });

        await Assert.ThrowsAnyAsync<Exception>(() => channel.Send([s_alert], Cancellation));

        Assert.Empty(receiver.Messages);
    }

    [Fact]
    public async Task Webhook_Alerts_ArriveAsJson()
    {
        await using var server = await ScriptedServer.Start();
        var got = "";
        var address = server.On("/hook", async http => got = await Body(http));

        await Channel(new AlertOptions { Webhook = address }).Send([s_alert], Cancellation);

        var alert = JsonDocument.Parse(got).RootElement.GetProperty("alerts")[0];
        Assert.Equal(("source-failing:x", "抓取失败：样例。", "Fetching failed: sample."), (alert.GetProperty("key").GetString(), alert.GetProperty("chinese").GetString(), alert.GetProperty("english").GetString()));
        Assert.Equal(s_noon, alert.GetProperty("opened_at").GetDateTimeOffset());
    }

    [Fact]
    public async Task Webhook_ThatRefuses_IsNoDelivery()
    {
        await using var server = await ScriptedServer.Start();
        var address = server.On("/hook", http =>
        {
            http.Response.StatusCode = 500;
            return Task.CompletedTask;
        });

        await Assert.ThrowsAsync<HttpRequestException>(() => Channel(new AlertOptions { Webhook = address }).Send([s_alert], Cancellation));
    }

    [Fact]
    public async Task DingTalk_Alerts_ArriveSigned()
    {
        await using var server = await ScriptedServer.Start();
        var (got, timestamp, sign) = ("", "", "");
        var address = server.On("/robot", async http =>
        {
            (got, timestamp, sign) = (await Body(http), http.Request.Query["timestamp"].ToString(), http.Request.Query["sign"].ToString());
            await http.Response.WriteAsJsonAsync(new { errcode = 0, errmsg = "ok" });
        });

        await Channel(new AlertOptions { DingTalk = new DingTalkOptions(new Uri(address, "/robot?access_token=t"), "SECabc") }).Send([s_alert], Cancellation);

        Assert.Equal("1714622400000", timestamp);
        Assert.Equal(Convert.ToBase64String(HMACSHA256.HashData("SECabc"u8, "1714622400000\nSECabc"u8)), sign);
        var message = JsonDocument.Parse(got).RootElement;
        Assert.Equal("text", message.GetProperty("msgtype").GetString());
        Assert.Contains("抓取失败：样例。", message.GetProperty("text").GetProperty("content").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task DingTalk_RefusalWithStatus200_IsNoDelivery()
    {
        await using var server = await ScriptedServer.Start();
        var address = server.On("/robot", http => http.Response.WriteAsJsonAsync(new { errcode = 310000, errmsg = "sign not match" }));

        var failure = await Assert.ThrowsAsync<HttpRequestException>(() => Channel(new AlertOptions { DingTalk = new DingTalkOptions(address, null) }).Send([s_alert], Cancellation));

        Assert.Equal("DingTalk: 310000 sign not match", failure.Message);
    }

    private static async Task<string> Body(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        return await reader.ReadToEndAsync();
    }

    private static IAlertChannel Channel(AlertOptions options) => new ServiceCollection()
        .AddSingleton<TimeProvider>(new FakeTimeProvider(s_noon)).AddAlerts(options).BuildServiceProvider().GetServices<IAlertChannel>().Single();
}
