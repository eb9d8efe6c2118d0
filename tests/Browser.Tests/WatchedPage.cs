using Microsoft.Playwright;
using Xunit;

namespace Browser.Tests;

/// <summary>A browser page with everything that went wrong on it.</summary>
public sealed class WatchedPage : IAsyncDisposable
{
    private readonly List<string> _faults = [];

    public WatchedPage(IPage page)
    {
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                _faults.Add($"console {message.Type}: {message.Text}");
        };
        page.PageError += (_, error) => _faults.Add("page error: " + error);
        page.RequestFailed += (_, request) =>
        {
            // Leaving a page ends the requests that it still had open.
            if (request.Failure != "net::ERR_ABORTED")
                _faults.Add($"request failed: {request.Url} {request.Failure}");
        };
        page.Response += (_, response) =>
        {
            if (response.Status >= 500)
                _faults.Add($"{response.Status}: {response.Url}");
        };
    }

    public IPage Page { get; }

    public void AssertNoFaults() => Assert.Empty(_faults);

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();
}
