using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace TestSupport;

/// <summary>The real program in a process of its own, on a free port of the loopback address, with a data directory of its own.</summary>
public sealed partial class DashboardProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Process _process;
    private readonly List<string> _log = [];
    private readonly HttpClient _http;

    private DashboardProcess(string dataDirectory, string profile, string? seedDirectory)
    {
        DataDirectory = dataDirectory;
        Address = new Uri($"http://127.0.0.1:{FreePort()}/");
        _http = new HttpClient { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(30) };
        var start = new ProcessStartInfo("dotnet", [Program, "--urls", Address.ToString()])
        {
            WorkingDirectory = RepositoryRoot.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DASHBOARD_DATA"] = dataDirectory;
        start.Environment["DASHBOARD_PROFILE"] = profile;
        if (seedDirectory is not null)
            start.Environment["DASHBOARD_SEED"] = seedDirectory;
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public string DataDirectory { get; }

    public Uri Address { get; }

    public HttpClient Http => _http;

    /// <summary>Everything printed so far.</summary>
    public string Log
    {
        get
        {
            lock (_log)
                return string.Join('\n', _log);
        }
    }

    /// <summary>The password of the first administrator, as printed once on the first start.</summary>
    public string AdministratorPassword => PasswordLine().Match(Log) is { Success: true } found
        ? found.Groups["password"].Value
        : throw new InvalidOperationException("No password was printed:\n" + Log);

    /// <summary>The program as the tests' own build configuration built it.</summary>
    public static string Program { get; } = RepositoryRoot.File(
        "src", "Dashboard", "bin", AppContext.BaseDirectory.Contains("Release", StringComparison.Ordinal) ? "Release" : "Debug", "net10.0", "Dashboard.dll");

    /// <summary>Starts the program and waits until it answers.</summary>
    public static async Task<DashboardProcess> Start(string dataDirectory, string profile = "demo", string? seedDirectory = null)
    {
        var started = new DashboardProcess(dataDirectory, profile, seedDirectory);
        await started.Until(async http => (await http.GetAsync(new Uri("healthz", UriKind.Relative))).IsSuccessStatusCode);
        return started;
    }

    /// <summary>Asks again every 100 ms until the answer is yes; fails with the program's log when it ends or takes too long.</summary>
    public async Task Until(Func<HttpClient, Task<bool>> condition)
    {
        var waited = Stopwatch.StartNew();
        while (waited.Elapsed < Patience)
        {
            if (_process.HasExited)
                throw new InvalidOperationException($"The program ended with {_process.ExitCode}:\n{Log}");
            try
            {
                if (await condition(_http))
                    return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
            await Task.Delay(100);
        }
        throw new TimeoutException("Waited in vain:\n" + Log);
    }

    /// <summary>kill -9.</summary>
    public async Task Kill()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await Kill();
        _process.Dispose();
        _http.Dispose();
    }

    private void Keep(string? line)
    {
        if (line is null)
            return;
        lock (_log)
            _log.Add(line);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex("has the password (?<password>[A-Za-z0-9]+),", RegexOptions.CultureInvariant)]
    private static partial Regex PasswordLine();
}
