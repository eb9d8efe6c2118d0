using System.Reflection;
using Dashboard.Components.Pages.Console;
using Indices.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Xunit;
using Bunit;

namespace Dashboard.Tests.Components.Pages.Console;

/// <summary>What every page of the console shows while it loads, when it cannot, and when there is nothing.</summary>
public sealed class PageStatesTests : ConsoleRoom
{
    public static TheoryData<string> Names => ["Jobs", "Job", "Recalculation", "Releases", "Release", "Observations", "Documents", "Accounts", "Audit", "Lab", "Upload", "UploadPreview", "Quarantine", "Entry", "Sources", "SourcePage", "NewSource", "Health"];

    [Theory]
    [MemberData(nameof(Names))]
    public void Page_WhileItsReaderAnswers_ShowsThatItLoadsAndThenItsContent(string name)
    {
        var opened = new TaskCompletionSource();
        (Jobs.Closed, Candidates.Closed, Observations.Closed, Accounts.Closed, Log.Closed, Sources.Closed) = (opened, opened, opened, opened, opened, opened);
        (Intake.Closed, Desk.Closed, Definitions.Closed) = (opened, opened, opened);

        var page = OpenNamed(name, Language.Chinese);
        Assert.True(IsLoading(page));
        opened.SetResult();

        page.WaitForAssertion(() => Assert.False(IsLoading(page)));
        Assert.DoesNotContain("读取失败", Words(page), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Page_WhoseReaderFails_SaysWhyAndCanTryAgain(string name)
    {
        Fail(new InvalidOperationException("the store is away"));
        var page = OpenNamed(name, Language.Chinese);
        Says(page, "读取失败：the store is away");
        Assert.False(IsLoading(page));

        Fail(null);
        Button(page, "重试").Click();

        page.WaitForAssertion(() => Assert.DoesNotContain("读取失败", Words(page), StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Page_WhoseReaderFails_SaysSoInEnglishToo(string name)
    {
        Fail(new InvalidOperationException("the store is away"));
        var page = OpenNamed(name, Language.English);

        Says(page, "Could not load: the store is away");
        Assert.True(HasButton(page, "Try again"));
    }

    [Theory]
    [InlineData("Jobs", "zh-CN", "还没有运行记录。")]
    [InlineData("Jobs", "en", "No runs yet.")]
    [InlineData("Runs", "zh-CN", "还没有运行记录。")]
    [InlineData("Runs", "en", "No runs yet.")]
    [InlineData("Job", "zh-CN", "没有这个作业。")]
    [InlineData("Job", "en", "There is no such job.")]
    [InlineData("Recalculation", "zh-CN", "还没有重算。")]
    [InlineData("Recalculation", "en", "No recalculations yet.")]
    [InlineData("Releases", "zh-CN", "还没有候选。")]
    [InlineData("Releases", "en", "No candidates yet.")]
    [InlineData("Release", "zh-CN", "没有这个版本。")]
    [InlineData("Release", "en", "There is no such version.")]
    [InlineData("Observations", "zh-CN", "还没有观测值。")]
    [InlineData("Observations", "en", "No observations yet.")]
    [InlineData("Documents", "zh-CN", "还没有收到文件。")]
    [InlineData("Documents", "en", "No documents yet.")]
    [InlineData("Upload", "zh-CN", "没有等待确认的文件。")]
    [InlineData("Upload", "en", "Nothing is waiting.")]
    [InlineData("UploadPreview", "zh-CN", "这份文件已有人处理")]
    [InlineData("UploadPreview", "en", "Somebody has decided on this document already")]
    [InlineData("Quarantine", "zh-CN", "隔离区是空的。")]
    [InlineData("Quarantine", "en", "The quarantine is empty.")]
    [InlineData("Entry", "zh-CN", "样例信用环境指数")]
    [InlineData("Entry", "en", "Sample Credit Environment Index")]
    [InlineData("Lab", "zh-CN", "没有可用的数据。")]
    [InlineData("Lab", "en", "There are no data")]
    [InlineData("Accounts", "zh-CN", "新账号")]
    [InlineData("Accounts", "en", "New account")]
    [InlineData("Audit", "zh-CN", "还没有记录。")]
    [InlineData("Audit", "en", "Nothing yet.")]
    public void Page_WithNothing_SaysWhatToDo(string name, string language, string words) =>
        Says(OpenNamed(name, Language.Of(language)), words);

    [Theory]
    [InlineData("Jobs", nameof(Role.Viewer))]
    [InlineData("Job", nameof(Role.Viewer))]
    [InlineData("Run", nameof(Role.Viewer))]
    [InlineData("Runs", nameof(Role.Viewer))]
    [InlineData("Recalculation", nameof(Role.Viewer))]
    [InlineData("Releases", nameof(Role.Viewer))]
    [InlineData("Release", nameof(Role.Viewer))]
    [InlineData("Observations", nameof(Role.Viewer))]
    [InlineData("Documents", nameof(Role.Viewer))]
    [InlineData("Lab", nameof(Role.Viewer))]
    [InlineData("Upload", nameof(Role.Operator))]
    [InlineData("UploadPreview", nameof(Role.Operator))]
    [InlineData("Quarantine", nameof(Role.Operator))]
    [InlineData("Entry", nameof(Role.Operator))]
    [InlineData("Audit", nameof(Role.Auditor))]
    [InlineData("Sources", nameof(Role.Viewer))]
    [InlineData("SourcePage", nameof(Role.Viewer))]
    [InlineData("NewSource", nameof(Role.Administrator))]
    [InlineData("Health", nameof(Role.Viewer))]
    [InlineData("Accounts", nameof(Role.Administrator))]
    public void Page_IsForARole(string name, string strictest)
    {
        var policies = typeof(ConsolePage).Assembly.GetType($"Dashboard.Components.Pages.Console.{name}")!
            .GetCustomAttributes<AuthorizeAttribute>().Select(a => Enum.Parse<Role>(a.Policy!)).ToList();

        Assert.Contains(Role.Viewer, policies);
        Assert.Equal(strictest, policies.Max().ToString());
    }

    [Fact]
    public void EveryRoutableConsolePage_AsksForARole() => Assert.All(
        typeof(ConsolePage).Assembly.GetTypes().Where(t => t.GetCustomAttributes<RouteAttribute>().Any(r => r.Template.StartsWith("/console", StringComparison.Ordinal))),
        page => Assert.NotEmpty(page.GetCustomAttributes<AuthorizeAttribute>()));

    private void Fail(Exception? failure)
    {
        (Jobs.Failure, Candidates.Failure, Observations.Failure, Accounts.Failure, Log.Failure, Sources.Failure) = (failure, failure, failure, failure, failure, failure);
        (Intake.Failure, Desk.Failure, Definitions.Failure) = (failure, failure, failure);
    }

    private IRenderedComponent<IComponent> OpenNamed(string name, Language language) => name switch
    {
        "Jobs" => Open<Dashboard.Components.Pages.Console.Jobs>(language),
        "Job" => Open<Job>(language, name: "no-such-job"),
        "Runs" => Open<Runs>(language),
        "Recalculation" => Open<Dashboard.Components.Pages.Console.Recalculation>(language),
        "Releases" => Open<Releases>(language),
        "Release" => Open<Release>(language, id: 1),
        "Observations" => Open<Dashboard.Components.Pages.Console.Observations>(language),
        "Documents" => Open<Documents>(language),
        "Lab" => Open<Lab>(language),
        "Sources" => Open<Dashboard.Components.Pages.Console.Sources>(language),
        "SourcePage" => Open<SourcePage>(language, code: "service"),
        "NewSource" => Open<NewSource>(language),
        "Health" => Open<Health>(language),
        "Upload" => Open<Upload>(language),
        "UploadPreview" => Open<UploadPreview>(language, id: 1),
        "Quarantine" => Open<Quarantine>(language),
        "Entry" => Open<Entry>(language),
        "Accounts" => Open<Dashboard.Components.Pages.Console.Accounts>(language),
        _ => Open<Audit>(language),
    };
}
