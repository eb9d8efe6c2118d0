using Dashboard.Security;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace Dashboard.Components.Pages.Console;

/// <summary>What every page of the console shares: its language, loading with a shown failure, and actions that say how they ended.</summary>
public abstract class ConsolePage : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _left = new();

    [CascadingParameter] public Language Text { get; set; } = Language.Chinese;

    [Inject] public ISnackbar Snackbar { get; set; } = default!;

    [Inject] internal TimeProvider Time { get; set; } = default!;

    /// <summary>Why the page could not be loaded; null when it could.</summary>
    protected string? Failure { get; private set; }

    protected bool IsLoaded { get; private set; }

    /// <summary>Cancelled when the page is left.</summary>
    protected CancellationToken Left => _left.Token;

    /// <summary>Reads what the page shows.</summary>
    protected abstract Task Load();

    /// <summary>How often the page reads again by itself; null for never.</summary>
    protected virtual TimeSpan? Every => null;

    protected override async Task OnInitializedAsync()
    {
        await Reload();
        if (Every is { } interval)
            _ = KeepReloading(interval);
    }

    protected async Task Reload()
    {
        try
        {
            await Load();
            Failure = null;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            Failure = fault.Message;
        }
        IsLoaded = true;
    }

    /// <summary>Does something that changes data, says whether it worked, and reads the page again.</summary>
    protected async Task Act(Func<Task> action, string done)
    {
        try
        {
            await action();
            Snackbar.Add(done, Severity.Success);
        }
        catch (Exception fault) when (fault is InvalidOperationException or NotAllowedException or IOException)
        {
            Snackbar.Add(fault.Message, Severity.Error);
        }
        await Reload();
    }

    private async Task KeepReloading(TimeSpan interval)
    {
        try
        {
            using var timer = new PeriodicTimer(interval, Time);
            while (await timer.WaitForNextTickAsync(Left))
                await InvokeAsync(async () =>
                {
                    await Reload();
                    StateHasChanged();
                });
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
    }

    public void Dispose()
    {
        _left.Cancel();
        _left.Dispose();
        GC.SuppressFinalize(this);
    }
}
