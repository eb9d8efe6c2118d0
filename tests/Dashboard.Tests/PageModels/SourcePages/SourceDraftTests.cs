using Dashboard.PageModels.SourcePages;
using Indices.Sources;
using TestSupport;
using Xunit;

namespace Dashboard.Tests.PageModels.SourcePages;

public sealed class SourceDraftTests
{
    public static TheoryData<string> Codes => [.. SeedDefinitions.All.Sources.All.Select(s => s.Code)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Text_OfASourceAsItIs_ReadsBackTheSame(string code)
    {
        var source = SeedDefinitions.All.Sources.Find(code)!;

        var again = Assert.Single(SourceFile.Parse("form", SourceDraft.Of(source).Text, SeedDefinitions.All).All);

        Assert.Equal(source.Series.Select(Flat), again.Series.Select(Flat));
        Assert.Equal(source with { Series = [] }, again with { Series = [] });
        Assert.Empty(EditedSources.Faults(code, SourceDraft.Of(source).Text, SeedDefinitions.All));
    }

    [Theory]
    [InlineData("name_zh", "", "name_zh", "缺少必填的键")]
    [InlineData("kind", "pdf", "kind", "“pdf”")]
    [InlineData("agency", "NOBODY", "agency", "没有机构“NOBODY”")]
    [InlineData("inbox", "a/b*", "inbox", "“a/b*”")]
    [InlineData("address", "ftp://x", "address", "“ftp://x”")]
    [InlineData("cron", "daily", "cron", "“daily”")]
    [InlineData("due_lag_days", "soon", "due_lag_days", "“soon”")]
    [InlineData("credentials", "Bearer abc", "credentials", "只写配置项的名称")]
    [InlineData("area", "1", "area", "没有地区“1”")]
    public void FaultsOf_AWrongText_StandAtItsField(string key, string text, string field, string words)
    {
        var draft = SourceDraft.Of(SeedDefinitions.All.Sources.Find("HZ-FIN")!);
        draft[key] = text;

        Assert.Contains(Faults(draft)[field], f => f.Contains(words, StringComparison.Ordinal));
    }

    [Fact]
    public void FaultsOf_ASeries_StandAtItsRow()
    {
        var draft = SourceDraft.Of(SeedDefinitions.All.Sources.Find("HZ-FIN")!);
        draft.Series[3]["indicator"] = "NO-SUCH";
        draft.Series[5]["key"] = "no dimension";

        var faults = Faults(draft);

        Assert.Contains("NO-SUCH", Assert.Single(faults[SourceDraft.RowField(draft.Series[3])]), StringComparison.Ordinal);
        Assert.Equal(2, faults[SourceDraft.RowField(draft.Series[5])].Count());
    }

    [Theory]
    [InlineData("it's: {a} # [b] \"c\" - &d *e !f |")]
    [InlineData("一行\n两行")]
    public void Text_WithMarksOfYaml_KeepsThemAsText(string contact)
    {
        var draft = SourceDraft.Of(SeedDefinitions.All.Sources.Find("HZ-FIN")!);
        draft["contact"] = contact;

        Assert.Equal(contact.Replace('\n', ' '), SourceFile.Parse("form", draft.Text, SeedDefinitions.All).All[0].Contact);
    }

    [Fact]
    public void Text_OfARowLeftEmpty_LeavesItOut()
    {
        var draft = SourceDraft.Of(SeedDefinitions.All.Sources.Find("HZ-FIN")!);
        var before = draft.Text;

        draft.Series.Add(new SeriesDraft());

        Assert.Equal(before, draft.Text);
    }

    private static string Flat(SourceSeries s) =>
        $"{s.Indicator} {s.Measure} {s.Label} {s.Area} {s.Scope} {s.Unit} {s.Value} {string.Join(';', s.Key)}";

    private static ILookup<string, string> Faults(SourceDraft draft) =>
        draft.FaultsOf(EditedSources.Faults("HZ-FIN", draft.Text, SeedDefinitions.All), Language.Chinese);
}
