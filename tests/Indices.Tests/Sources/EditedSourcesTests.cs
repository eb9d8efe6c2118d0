using Indices.Sources;
using TestSupport;
using Xunit;

namespace Indices.Tests.Sources;

public sealed class EditedSourcesTests
{
    private const string Bureau =
        """
        schema: sources/1
        sources:
        - code: bureau
          name_zh: 样例统计局
          kind: csv
          inbox: '统计局*'
          series:
          - {indicator: I-NPL}
        """;

    [Fact]
    public void Faults_OfAGoodText_AreNone() => Assert.Empty(Faults(Bureau));

    [Theory]
    [InlineData("kind: csv", "kind: pdf", 5, "“kind”的“pdf”不是", "'kind': 'pdf' is not")]
    [InlineData("inbox: '统计局*'", "cron: 0 0 9 * * ?", 6, "不需要“cron”", "nothing to fetch on a 'cron'")]
    [InlineData("I-NPL", "I-NONE", 8, "没有指标、分母或目标序列“I-NONE”", "'I-NONE' is not known")]
    [InlineData("'统计局*'", "'taken*'", 6, "“taken*”已属于来源 other", "'taken*' belongs to source other")]
    public void Faults_OfABrokenRule_NameLineAndTextInBothLanguages(string good, string bad, int line, string chinese, string english) =>
        Assert.Contains(Faults(Bureau.Replace(good, bad, StringComparison.Ordinal)), f => f.Line == line
            && f.Chinese.Contains(chinese, StringComparison.Ordinal) && f.English.Contains(english, StringComparison.Ordinal));

    [Theory]
    [InlineData("code: bureau", "code: another")]
    [InlineData("- code: bureau", "- {code: second, name_zh: 二, kind: csv, inbox: '二*'}\n- code: bureau")]
    public void Faults_OfATextOfOtherSources_SayWhichOneItShouldHold(string good, string bad) =>
        Assert.Contains("“bureau”", Assert.Single(Faults(Bureau.Replace(good, bad, StringComparison.Ordinal))).Chinese, StringComparison.Ordinal);

    private static IReadOnlyList<Indices.Methodology.MethodologyFault> Faults(string text)
    {
        var bureau = SampleDefinitions.Sources.Find("bureau")!;
        var sources = new SourceSet([bureau, bureau with { Code = "other", Inbox = "taken*" }]);
        return EditedSources.Faults("bureau", text, SampleDefinitions.All() with { Sources = sources });
    }
}
