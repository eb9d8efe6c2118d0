using Dashboard.Security;
using Indices.Accounts;
using Indices.Intake;
using Indices.Provenance;
using Indices.Releases;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;

namespace Crash;

/// <summary>One life of the program: the server starts and takes the inbox in, and a member of staff goes on where the life before was cut off, through the console's own actions.</summary>
internal sealed class StaffWork(string data, IServiceProvider services)
{
    /// <summary>Printed when the server looks into its inbox, and when nothing is left to do.</summary>
    internal const string Began = "began", Done = "done";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly DateTimeOffset _began = DateTimeOffset.UtcNow;

    /// <param name="again">Brings everything in once more afterwards, which must change nothing.</param>
    internal static async Task Run(string data, bool again)
    {
        await using var app = Scenario.Server(data);
        await using var circuit = app.Services.CreateAsyncScope();
        var work = new StaffWork(data, circuit.ServiceProvider);
        await app.StartAsync();
        await Until(async () => (await work.Runs()).Count > 0);
        await Console.Out.WriteLineAsync(Began);
        await work.LogIn(Scenario.Account);
        await work.ToTheEnd();
        if (again)
        {
            Scenario.Refill(data);
            var before = (await work.Runs()).Count;
            await work.Actions.RunJob("load-files");
            await Until(async () => (await work.Runs()).Count > before);
            await work.Actions.Recalculate(Scenario.Order);
            await work.ToTheEnd();
        }
        await Console.Out.WriteLineAsync(Done);
        await app.StopAsync();
    }

    private StaffActions Actions => Get<StaffActions>();

    private T Get<T>() where T : notnull => services.GetRequiredService<T>();

    private async Task LogIn(string name)
    {
        var account = await Get<IAccountReader>().Find(name) ?? throw new InvalidOperationException("There is no account.");
        var person = await Get<StaffSessions>().Begin(account, "127.0.0.1", "crash", default);
        ((IHostEnvironmentAuthenticationStateProvider)Get<AuthenticationStateProvider>()).SetAuthenticationState(Task.FromResult(new AuthenticationState(person)));
    }

    private async Task ToTheEnd()
    {
        await Until(async () => (await Runs()).All(r => r.Outcome != JobOutcome.Running));
        await Accept();
        await Recalculate();
        await Release();
        if ((await Actions.VerifyAudit()).Broken is { } broken)
            throw new InvalidOperationException($"Row {broken.Row} of the audit log: {broken.Fault}.");
    }

    /// <summary>One person reviews the first period, another approves it at once.</summary>
    private async Task Release()
    {
        if (await First() is { State: ReleaseState.Candidate } candidate)
        {
            await LogIn(Scenario.Reviewer);
            var reasons = (await Get<Dashboard.PageModels.ReleaseChecks>().Read(candidate.Id, null)).ToDictionary(i => i.Code, _ => "核对过");
            await Get<ReleaseActions>().ReviewForNow(candidate.Id, candidate.Fingerprint, AtOnceWords.OfReviewer(candidate).Chinese, reasons);
        }
        if (await First() is { State: ReleaseState.Reviewed } reviewed)
        {
            await LogIn(Scenario.Approver);
            var binding = (await Get<ICandidateReader>().Steps(reviewed.Id))[^1].Binding!;
            await Get<ReleaseActions>().PublishNow(reviewed.Id, binding, AtOnceWords.OfApprover(reviewed).Chinese);
        }
        await LogIn(Scenario.Account);
    }

    private async Task<ReleaseVersion?> First() =>
        (await Get<ICandidateReader>().Recent(100)).Where(v => v.Period == Scenario.Order.Periods[0]).ToList() is [var only] ? only : null;

    /// <summary>Looks into the inbox in this life.</summary>
    private async Task<IReadOnlyList<JobRun>> Runs() => [.. (await Get<IJobRunReader>().Recent(20, "load-files")).Where(r => r.StartedAt >= _began)];

    private async Task Accept()
    {
        var intake = Get<IntakeActions>();
        await using var content = File.OpenRead(Scenario.Desk(data));
        if (await Get<IIntakeReader>().Document(await Ingest.Archive.DocumentArchive.Hash(content)) is not null)
            return;
        content.Position = 0;
        var pending = await intake.Receive(content, Scenario.Upload, default);
        var preview = await Get<IIntake>().Preview(pending) ?? throw new InvalidOperationException("What was received does not wait.");
        // What needs a second person stays outside.
        await intake.Accept(pending, preview.Fingerprint, !preview.NeedsTwo, "核对过", default);
    }

    /// <summary>Orders what nobody has ordered, or has done what is left of the order.</summary>
    private async Task Recalculate()
    {
        if (await Newest() is null)
            await Actions.Recalculate(Scenario.Order);
        else if (await Newest() is { CanResume: true } left)
        {
            try
            {
                await Actions.ResumeRecalculation(left.Id);
            }
            catch (InvalidOperationException) when (Newest().Result is { CanResume: false })
            {
                // The scheduler had kept it and began by itself.
            }
        }
        await Until(async () => (await Newest())!.State == RecalculationState.Done);
    }

    private async Task<Recalculation?> Newest() => await Get<IRecalculationReader>().Recent(1) is [var newest] ? newest : null;

    private static async Task Until(Func<Task<bool>> condition)
    {
        for (var end = DateTimeOffset.UtcNow + Patience; !await condition(); await Task.Delay(5))
            if (DateTimeOffset.UtcNow > end)
                throw new TimeoutException("Work that was begun does not end.");
    }
}
