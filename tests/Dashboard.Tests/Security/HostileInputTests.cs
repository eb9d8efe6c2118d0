using System.Diagnostics;
using System.Net;
using Dashboard.Tests.Sdmx;
using Xunit;

namespace Dashboard.Tests.Security;

/// <summary>What nobody means well by, in every place of every public address.</summary>
public sealed class HostileInputTests
{
    private static readonly string[] Payloads =
    [
        "'", "''", "\"", "`", "';--", "' OR '1'='1", "' OR 1=1--", "\" OR \"\"=\"", "1' OR '1'='1' /*", "') OR ('1'='1",
        "'; DROP TABLE release_version;--", "'; DELETE FROM account;--", "1; ATTACH DATABASE '/tmp/x.db' AS x;--", "' UNION SELECT name FROM sqlite_master--",
        "' UNION SELECT NULL,NULL,NULL--", "1 UNION ALL SELECT sql FROM sqlite_master", "' AND 1=CAST((SELECT name FROM account) AS INTEGER)--",
        "' AND randomblob(1000000000)--", "'||(SELECT hash FROM account)||'", "%27%20OR%201%3D1--", "%2500", "a\0b", "\u0000", "\\", "\\'", "/*", "*/", "--", "#",
        "XX-CREDIT'--", "XX-CREDIT' AND '1'='1", "XX-CREDIT%", "_", "%", "*", "?", "0x27", "char(39)", "CHAR(0x27)", "1e309", "-1", "NaN", "null", "undefined",
        "$where", "{{7*7}}", "${7*7}", "<script>alert(1)</script>", "\r\nX-Injected: 1", "../../../../etc/passwd",
    ];

    private static readonly string[] Addresses =
    [
        "/indices/{0}", "/indices/XX-CREDIT?asOf={0}", "/indices/XX-CREDIT/{0}", "/indices/{0}/2025-Q3/v1/data.csv", "/indices/XX-CREDIT/{0}/v1/data.json",
        "/indices/{0}/latest/data.sdmx.csv", "/indices/{0}/methodology", "/indices/XX-CREDIT/methodology/{0}", "/targets?asOf={0}", "/?lang={0}",
        "/api/v1/{0}", "/api/v1/indices/{0}", "/api/v1/indices/{0}/releases", "/api/v1/indices/{0}/observations",
        "/api/v1/indices/XX-CREDIT/releases?period={0}", "/api/v1/indices/XX-CREDIT/releases?asOf={0}", "/api/v1/indices/XX-CREDIT/releases?updatedAfter={0}", "/api/v1/indices/XX-CREDIT/releases?page={0}",
        "/api/v1/indices/XX-CREDIT/observations?node={0}", "/api/v1/indices/XX-CREDIT/observations?format={0}", "/api/v1/indices/XX-CREDIT/observations?period={0}",
        "/api/v1/indices/XX-CREDIT/observations?startPeriod={0}", "/api/v1/indices/XX-CREDIT/observations?endPeriod={0}", "/api/v1/indices/XX-CREDIT/observations?updatedAfter={0}",
        "/api/v1/indices/XX-CREDIT/observations?includeHistory={0}", "/api/v1/indices/XX-CREDIT/observations?pageSize={0}", "/api/v1/targets?format={0}",
        "/sdmx/v1/data/{0}", "/sdmx/v1/data/INDICES/{0}", "/sdmx/v1/data/INDICES/all/{0}", "/sdmx/v1/data/INDICES?startPeriod={0}", "/sdmx/v1/data/INDICES?detail={0}",
        "/sdmx/v1/data/INDICES?dimensionAtObservation={0}", "/sdmx/v1/data/INDICES?firstNObservations={0}", "/sdmx/v1/data/INDICES?format={0}", "/sdmx/v1/{0}",
        "/sdmx/v1/codelist/{0}", "/sdmx/v1/codelist/all/{0}", "/sdmx/v1/codelist/all/all/{0}", "/sdmx/v1/codelist?references={0}", "/sdmx/v1/availableconstraint/INDICES/all/all/{0}",
        "/sdmx/v2/data/{0}", "/sdmx/v2/data/dataflow/{0}", "/sdmx/v2/data/dataflow/*/*/*/{0}", "/sdmx/v2/data?c[{0}]=1", "/sdmx/v2/data?c[NODE]={0}", "/sdmx/v2/data?c[OBS_VALUE]={0}",
        "/sdmx/v2/data?c[TIME_PERIOD]={0}", "/sdmx/v2/data?sort={0}", "/sdmx/v2/data?attributes={0}", "/sdmx/v2/data?measures={0}", "/sdmx/v2/data?limit={0}", "/sdmx/v2/data?asOf={0}",
        "/sdmx/v2/structure/{0}", "/sdmx/v2/availability/dataflow/*/*/*/*/{0}",
    ];

    /// <summary>Fifty payloads in every parameter: never a fault of the server, never a word about the database.</summary>
    [Fact]
    public async Task Parameters_OfEveryPublicAddress_ArePayloadsAndNothingMore()
    {
        await using var site = await SdmxSite.Open();
        Assert.Equal(50, Payloads.Length);
        foreach (var address in Addresses)
            // Kestrel itself refuses a NUL in a path; the test's own client cannot even send it.
            foreach (var payload in Payloads.Where(p => !p.Contains('\0', StringComparison.Ordinal) || address.Contains('?', StringComparison.Ordinal)))
            {
                var asked = string.Format(System.Globalization.CultureInfo.InvariantCulture, address.Replace("c[{0}]", "c%5B{0}%5D", StringComparison.Ordinal), Uri.EscapeDataString(payload));
                var answer = await site.Get(asked);
                Assert.True((int)answer.StatusCode < 500 || answer.StatusCode == HttpStatusCode.NotImplemented, $"{asked}: {answer.StatusCode}");
                Assert.False(answer.Headers.Contains("X-Injected"));
                if (!answer.IsSuccessStatusCode)
                {
                    var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
                    foreach (var leak in new[] { "sqlite_", "SQLite", "syntax error", "Exception", "   at " })
                        Assert.False(text.Contains(leak, StringComparison.Ordinal) && !payload.Contains(leak, StringComparison.Ordinal), $"{asked}: {leak}");
                    Assert.DoesNotContain("<script>alert", text, StringComparison.Ordinal);
                }
            }
    }

    /// <summary>Queries that ask for a great deal are answered or refused within two seconds of the processor.</summary>
    [Fact]
    public async Task HeavyQueries_OfAnyKind_TakeLittleOrAreRefused()
    {
        await using var site = await SdmxSite.Open();
        string[] heavy =
        [
            "/sdmx/v2/data?c[NODE]=" + string.Join(',', Enumerable.Range(0, 10_000).Select(i => $"A{i}")),
            "/sdmx/v2/data?c[OBS_VALUE]=" + string.Join(',', Enumerable.Range(0, 1_000).Select(i => $"ge:{i}")),
            "/sdmx/v2/data/dataflow/*/*/*/" + string.Join(',', Enumerable.Range(0, 1_000).Select(i => $"*.*.A{i}")),
            "/sdmx/v2/data/dataflow/*/*/*/" + string.Join(',', Enumerable.Range(0, 10_000).Select(i => $"Q.{i}")),
            "/sdmx/v1/data/INDICES/..." + string.Join('+', Enumerable.Range(0, 10_000).Select(i => $"A{i}")),
            "/sdmx/v2/data?includeHistory=true&dimensionAtObservation=AllDimensions",
            "/sdmx/v2/data?offset=2000000000&limit=2000000000",
            "/api/v1/indices/XX-CREDIT/observations?page=2000000000&pageSize=1000",
            "/api/v1/indices/XX-CREDIT/observations?node=" + string.Join(',', Enumerable.Range(0, 10_000).Select(i => $"A{i}")),
            "/sdmx/v2/structure/*/*/*/*/*?references=all",
        ];
        foreach (var address in heavy)
        {
            var before = Process.GetCurrentProcess().TotalProcessorTime;
            var answer = await site.Get(address);

            Assert.True(answer.IsSuccessStatusCode || answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.NotFound or HttpStatusCode.RequestEntityTooLarge, $"{address[..Math.Min(60, address.Length)]}: {answer.StatusCode}");
            Assert.InRange((Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds, 0, 2);
        }
    }
}
