using AngleSharp.Dom;
using Bunit;
using Dashboard.Components.Pages.Console;
using Dashboard.Security;
using Dashboard.Tests.Security;
using Indices.Accounts;
using Indices.Alerts;
using Indices.Intake;
using Indices.Methodology;
using Indices.Observations;
using Indices.Provenance;
using Indices.Releases;
using Indices.Sources;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using MudBlazor.Services;
using Xunit;

namespace Dashboard.Tests.Components.Pages.Console;

/// <summary>One page of the console over a real database, the real actions and the real policies, for one person and language.</summary>
public abstract class ConsoleRoom : BunitContext
{
    // A busy machine may take its time; a page that is right never uses it up.
    static ConsoleRoom() => DefaultWaitTimeout = TimeSpan.FromSeconds(20);

    protected ConsoleRoom()
    {
        Jobs = Gate<IJobControl>.Before(Room.Jobs);
        Candidates = Gate<ICandidateReader>.Before(Room.Store.Get<ICandidateReader>());
        Observations = Gate<IObservationReader>.Before(Room.Store.Get<IObservationReader>());
        Definitions = Gate<IDefinitionReader>.Before(Room.Definitions);
        Intake = Gate<IIntakeReader>.Before(Room.Intake);
        Desk = Gate<IIntake>.Before(Room.Desk);
        Accounts = Gate<IAccountReader>.Before(Room.Accounts);
        Log = Gate<IAuditReader>.Before(Room.Log);
        Sources = Gate<ISourceReader>.Before(Room.Store.Get<ISourceReader>());
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddMudServices();
        Services.AddStaffSecurity(Room.Options);
        // After bUnit's placeholders, which would refuse every page.
        Services.AddSingleton<IAuthorizationService, DefaultAuthorizationService>();
        Services.AddSingleton<IAuthorizationPolicyProvider, DefaultAuthorizationPolicyProvider>();
        Services.AddSingleton<AuthenticationStateProvider>(Room.Authentication);
        Room.Furnish(Services);
        Services.AddSingleton(Room.Store.Get<IWorkflowWriter>()).AddSingleton(Room.Checks)
            .AddSingleton(Room.Store.Get<Indices.Releases.Calendar.ICalendarReader>()).AddSingleton(Room.Store.Get<Indices.Releases.Calendar.ICalendarWriter>());
        Services.AddSingleton(Jobs.Reader).AddSingleton(Room.Store.Get<IJobRunReader>());
        Services.AddSingleton(Candidates.Reader).AddSingleton(Observations.Reader).AddSingleton(Accounts.Reader).AddSingleton(Log.Reader);
        Services.AddSingleton<ISourceControl>(Room.Jobs).AddSingleton(Room.Store.Get<ISourceEditReader>());
        Services.AddSingleton(Sources.Reader).AddSingleton(Room.Store.Get<IAlertReader>()).AddSingleton<Dashboard.PageModels.HealthReader>();
        Services.AddSingleton(Definitions.Reader).AddSingleton(Intake.Reader).AddSingleton(Desk.Reader);
        Services.AddSingleton<Dashboard.PageModels.LabPages.LabReader>().AddSingleton<Dashboard.PageModels.TargetReader>();
        Services.AddSingleton(Room.Store.Get<IRecalculationReader>()).AddSingleton(Room.Store.Get<IScheduleReader>());
        Services.AddSingleton<Dashboard.PageModels.RecalculationPages.RecalculationFactsReader>();
        SetRendererInfo(new RendererInfo("Server", true));
    }

    internal StaffRoom Room { get; } = new();

    internal Gate<IJobControl> Jobs { get; }

    internal Gate<ICandidateReader> Candidates { get; }

    internal Gate<IObservationReader> Observations { get; }

    internal Gate<IDefinitionReader> Definitions { get; }

    internal Gate<IIntakeReader> Intake { get; }

    internal Gate<IIntake> Desk { get; }

    internal Gate<IAccountReader> Accounts { get; }

    internal Gate<IAuditReader> Log { get; }

    internal Gate<ISourceReader> Sources { get; }

    protected static CancellationToken Cancellation => Xunit.TestContext.Current.CancellationToken;

    /// <summary>The page below the providers that the console's layout gives it.</summary>
    protected IRenderedComponent<IComponent> Open<TPage>(Language? language = null, long? id = null, string? name = null, string? code = null) where TPage : IComponent =>
        Render(builder =>
        {
            builder.OpenComponent<MudPopoverProvider>(0);
            builder.CloseComponent();
            builder.OpenComponent<MudSnackbarProvider>(1);
            builder.CloseComponent();
            builder.OpenComponent<CascadingAuthenticationState>(2);
            builder.AddComponentParameter(3, "ChildContent", (RenderFragment)(inner =>
            {
                inner.OpenComponent<CascadingValue<Language>>(0);
                inner.AddComponentParameter(1, "Value", language ?? Language.Chinese);
                inner.AddComponentParameter(2, "ChildContent", (RenderFragment)(page =>
                {
                    page.OpenComponent<TPage>(0);
                    if (id is { } of)
                        page.AddComponentParameter(1, "Id", of);
                    if (name is not null)
                        page.AddComponentParameter(2, "Name", name);
                    if (code is not null)
                        page.AddComponentParameter(3, "Code", code);
                    page.CloseComponent();
                }));
                inner.CloseComponent();
            }));
            builder.CloseComponent();
        });

    /// <summary>The button with that text.</summary>
    protected static IElement Button(IRenderedComponent<IComponent> page, string text) =>
        page.FindAll("button").First(b => b.TextContent.Trim() == text);

    protected static bool HasButton(IRenderedComponent<IComponent> page, string text) =>
        page.FindAll("button").Any(b => b.TextContent.Trim() == text);

    protected static bool IsLoading(IRenderedComponent<IComponent> page) => page.FindAll(".mud-progress-linear").Count > 0;

    protected static void Says(IRenderedComponent<IComponent> page, string text) =>
        page.WaitForAssertion(() => Assert.Contains(text, Words(page), StringComparison.Ordinal));

    protected static string Words(IRenderedComponent<IComponent> page) => string.Concat(page.Nodes.Select(n => n.TextContent + " "));

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
            Room.Dispose();
    }
}
