using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Dashboard.Tests.Security;
using Xunit;

namespace Dashboard.Tests;

public sealed class IntakeEndpointsTests : IAsyncDisposable
{
    private const string Known = "indicator,area,period,value\nI-NPL,990100,2026-Q1,0.91\n";
    private StaffSite? _site;

    public async ValueTask DisposeAsync()
    {
        if (_site is not null)
            await _site.DisposeAsync();
    }

    [Fact]
    public async Task Upload_ByStaff_WaitsUnderItsNameAndStoresNothing()
    {
        var site = await Open();

        var answer = await Send(Encoding.UTF8.GetBytes(Known), "二季度.csv");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        using var told = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancellation));
        var waiting = Assert.Single(await site.Room.Intake.Waiting(Cancellation));
        Assert.Equal((waiting.Id, "二季度.csv", "wang"), (told.RootElement.GetProperty("id").GetInt64(), waiting.Document.Name, waiting.Document.ReceivedBy));
        Assert.Contains(await site.Room.Audit(), e => e.Action == "intake.upload");
    }

    [Fact]
    public async Task Upload_BySomebodyNotLoggedIn_GoesToTheLogin()
    {
        var site = await Open();
        using var stranger = site.NewVisitor();

        var answer = await stranger.PostAsync(new Uri(DashboardUrls.UploadBytes, UriKind.Relative), new ByteArrayContent([1]), Cancellation);

        Assert.True(answer.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.Unauthorized, $"{answer.StatusCode}");
        Assert.Empty(await site.Room.Intake.Waiting(Cancellation));
    }

    [Fact]
    public async Task Upload_WithoutTheTokenOfAPage_IsRefused()
    {
        var site = await Open();

        var answer = await site.Visitor.PostAsync(new Uri(DashboardUrls.UploadBytes, UriKind.Relative), new ByteArrayContent([1]), Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Empty(await site.Room.Intake.Waiting(Cancellation));
    }

    [Fact]
    public async Task Upload_OfNothing_IsRefused()
    {
        await Open();

        Assert.Equal(HttpStatusCode.BadRequest, (await Send([], "empty.csv")).StatusCode);
    }

    [Fact]
    public async Task Upload_OfTheSameBytesAgain_SaysThatTheyAreKnown()
    {
        var site = await Open();
        await site.Room.TakeIn(Known);

        var answer = await Send(Encoding.UTF8.GetBytes(Known), "other-name.csv");

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("以前已经采用", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(IntakeEndpoints.Largest + 1, "413")]
    [InlineData(1L << 40, "413")]
    public async Task Upload_OneByteTooLarge_IsRefusedBeforeItsBodyIsSent(long length, string status)
    {
        await Open(isServed: true);

        // Headers alone: an answer can only come from them.
        var answer = await Exchange(await Headers(length), "");

        Assert.StartsWith($"HTTP/1.1 {status}", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Upload_ThatDripsAndStops_IsCutWithinTenSeconds()
    {
        var site = await Open(isServed: true);
        var watch = Stopwatch.StartNew();

        await Exchange(await Headers(1_000_000), "indicator,area");

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
        Assert.Empty(await site.Room.Intake.Waiting(Cancellation));
    }

    [Fact]
    public async Task Uploads_TwentyOfTwentyMegabytesAtOnce_AreStreamed()
    {
        var site = await Open(isServed: true);
        var token = await Token();
        await Send(Encoding.UTF8.GetBytes(Known), "first.csv");
        var before = GC.GetTotalAllocatedBytes(precise: true);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Send(new Filler(20 * 1024 * 1024, (byte)i), $"{i}.csv", token)));

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a.StatusCode));
        Assert.Equal(21, (await site.Room.Intake.Waiting(Cancellation)).Count);
        // 400 MB passed through; what client and server together allocated for it is a few buffers.
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, 100L * 1024 * 1024);
    }

    [Fact]
    public async Task Report_OfAWaitingFile_OpensInASpreadsheetAndRunsNothing()
    {
        var site = await Open();
        var id = await site.Room.Upload("indicator,area,period,value\nI-NPL,990100,2026-Q1,=cmd|' /C calc'!A0\n@SUM(1),990100,2026-Q1,1\n", "=evil.csv");

        var answer = await site.Get(DashboardUrls.PendingFindings(id));

        var bytes = await answer.Content.ReadAsByteArrayAsync(Cancellation);
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        var text = Encoding.UTF8.GetString(bytes[3..]);
        Assert.StartsWith("file,row,column,text,kind,code,reason_zh,reason_en", text, StringComparison.Ordinal);
        Assert.Contains("'=evil.csv,2,value,'=cmd|' /C calc'!A0,error,unreadable,", text, StringComparison.Ordinal);
        Assert.Contains("'@SUM(1)", text, StringComparison.Ordinal);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
    }

    [Fact]
    public async Task Template_OfASource_NamesSeriesUnitAndTheNextPeriod()
    {
        var site = await Open();

        var answer = await site.Get(DashboardUrls.SourceTemplate("bureau", "csv"));

        var lines = (await answer.Content.ReadAsStringAsync(Cancellation)).TrimStart('\ufeff').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("bureau填报.csv", answer.Content.Headers.ContentDisposition!.FileNameStar);
        Assert.Equal(["指标代码,原称,量度,地区代码,口径,报告期,指标值,单位,状态", "I-COVER,经营主体收录率,当期,990100,,2026-Q3,,户,", "I-NPL,不良贷款率,当期,990100,,2026-Q3,,户,"], lines);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Get(DashboardUrls.SourceTemplate("nobody", "csv"))).StatusCode);
    }

    [Fact]
    public async Task Template_AsCsvFilledIn_IsReadByTheDoor()
    {
        var site = await Open();
        var text = await (await site.Get(DashboardUrls.SourceTemplate("bureau", "csv"))).Content.ReadAsStringAsync(Cancellation);

        await AssertTaken(await site.Room.Upload(text.Replace("Q3,,", "Q3,12.5,", StringComparison.Ordinal), "bureau填报.csv"));
    }

    [Fact]
    public async Task Template_AsXlsxFilledIn_IsReadByTheDoor()
    {
        var site = await Open();
        var empty = await (await site.Get(DashboardUrls.SourceTemplate("bureau", "xlsx"))).Content.ReadAsByteArrayAsync(Cancellation);

        var rows = MiniExcelLibs.MiniExcel.Query(new MemoryStream(empty), useHeaderRow: true).Cast<IDictionary<string, object>>().ToList();
        foreach (var row in rows)
            row["指标值"] = 12.5;
        using var filled = new MemoryStream();
        MiniExcelLibs.MiniExcel.SaveAs(filled, rows);
        filled.Position = 0;

        await AssertTaken(await site.Room.Desk.Receive(filled, "bureau填报.xlsx", "wang", Cancellation));
    }

    private async Task AssertTaken(long pending)
    {
        var preview = (await _site!.Room.Desk.Preview(pending, Cancellation))!;
        Assert.Empty(preview.Findings);
        Assert.Equal(["I-COVER 2026-Q3 12.5", "I-NPL 2026-Q3 12.5"], preview.Changes.Select(c => $"{c.Series.Indicator} {c.Period} {c.New}"));
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private async Task<StaffSite> Open(bool isServed = false)
    {
        _site = await StaffSite.Open(isServed: isServed);
        await _site.LogIn();
        return _site;
    }

    private async Task<string> Token() => await (await _site!.Get(StaffSite.TokenPage)).Content.ReadAsStringAsync(Cancellation);

    private async Task<HttpResponseMessage> Send(byte[] bytes, string name) => await Send(new MemoryStream(bytes), name, await Token());

    private async Task<HttpResponseMessage> Send(Stream body, string name, string token)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, new Uri(DashboardUrls.UploadBytes, UriKind.Relative)) { Content = new StreamContent(body) };
        message.Headers.Add("RequestVerificationToken", token);
        message.Headers.Add(IntakeEndpoints.FileName, Uri.EscapeDataString(name));
        return await _site!.Visitor.SendAsync(message, Cancellation);
    }

    private async Task<string> Headers(long length)
    {
        var token = await Token();
        var cookies = _site!.Cookies.GetCookieHeader(_site.Address);
        return string.Create(CultureInfo.InvariantCulture,
            $"POST {DashboardUrls.UploadBytes} HTTP/1.1\r\nHost: {_site.Address.Authority}\r\nCookie: {cookies}\r\nRequestVerificationToken: {token}\r\nX-File-Name: a.csv\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n");
    }

    /// <summary>Sends text over a socket and reads what comes until the server ends it.</summary>
    private async Task<string> Exchange(string headers, string body)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(_site!.Address.Host, _site.Address.Port, Cancellation);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.UTF8.GetBytes(headers + body), Cancellation);
        var answer = new StringBuilder();
        var buffer = new byte[4096];
        try
        {
            int read;
            while ((read = await stream.ReadAsync(buffer, Cancellation)) > 0)
                answer.Append(Encoding.UTF8.GetString(buffer, 0, read));
        }
        catch (IOException)
        {
            // Cut without a goodbye.
        }
        return answer.ToString();
    }

    /// <summary>So many bytes made as they are asked for.</summary>
    private sealed class Filler(long length, byte first) : Stream
    {
        private long _sent;

        public override bool CanRead => true;
        public override bool CanSeek => true;
        public override bool CanWrite => false;
        public override long Length => length;
        public override long Position { get => _sent; set => _sent = value; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = (int)Math.Min(count, length - _sent);
            buffer.AsSpan(offset, read).Fill((byte)'x');
            if (_sent == 0 && read > 0)
                buffer[offset] = first;
            _sent += read;
            return read;
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
        public override void Flush() => throw new NotSupportedException();
    }
}
