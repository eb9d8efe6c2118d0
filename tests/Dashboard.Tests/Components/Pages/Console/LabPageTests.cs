using Bunit;
using Dashboard.Components.Pages.Console;
using Indices.Observations;
using Indices.Provenance;
using Indices.Time;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using TestSupport;
using Xunit;

namespace Dashboard.Tests.Components.Pages.Console;

public sealed class LabPageTests : ConsoleRoom
{
    [Theory]
    [InlineData(false, "方法文件的阈值", "样例信用环境指数")]
    [InlineData(true, "Goalposts of the methodology", "Sample Credit Environment Index")]
    public async Task Lab_WithData_ShowsMethodsBesideTheIndexInForce(bool english, string method, string index)
    {
        await Fill();

        var page = Open<Lab>(english ? Language.English : Language.Chinese);

        Says(page, method);
        Says(page, index);
        Says(page, english ? "demonstration data" : "演示数据");
        Assert.True(page.FindAll(".lab-methods tbody tr").Count > 30);
    }

    [Fact]
    public async Task Lab_OneMethodOpened_ShowsEveryPeriod()
    {
        await Fill();
        var page = Open<Lab>();
        page.WaitForAssertion(() => Assert.True(HasButton(page, "逐项")));

        await page.InvokeAsync(() => Button(page, "逐项").ClickAsync(new()));

        page.WaitForAssertion(() => Assert.True(page.FindAll(".lab-units tbody tr").Count >= 8));
    }

    [Fact]
    public async Task Lab_AskedForAnIndexWithoutData_SaysSo()
    {
        await Fill();
        Services.GetRequiredService<NavigationManager>().NavigateTo(DashboardUrls.ConsoleLabOf(Language.Chinese, SampleDefinitions.PriceCode));

        Says(Open<Lab>(), "没有可用的数据");
    }

    private Task<AppendOutcome> Fill()
    {
        var known = new Vintage(Room.Clock.GetUtcNow().AddDays(-1));
        string[] codes = ["I-COVER", "I-QUERY", "I-NPL", "I-ONEFIRM", "ENT"];
        var quarters = Enumerable.Range(0, 20).Select(Period.OfQuarter(2021, 1).Plus).ToArray();
        var values = codes.SelectMany((code, i) => quarters.Select((quarter, t) => new NewObservation(
            new SeriesId(code, Measures.Value, SampleDefinitions.Area, "", Origin.Synthetic), quarter,
            code == "ENT" ? "100" : FormattableString.Invariant($"{40 + 5 * i + t + (t * (i + 3)) % 5}"), ObservationStatus.A, known, t + 2)));
        return Room.Store.Get<IObservationWriter>().Append(
            new ParsedDocument(new RawDocument(new string('d', 64), "a.csv", "inbox:a.csv", "text/csv", 12, known, "wang"), [.. values], [], []), Cancellation);
    }
}
