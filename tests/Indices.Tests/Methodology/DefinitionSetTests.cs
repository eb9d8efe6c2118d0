using Indices.Methodology;
using TestSupport;
using Xunit;

namespace Indices.Tests.Methodology;

public sealed class DefinitionSetTests
{
    private static readonly IReadOnlyList<DefinitionFile> s_files = SeedDefinitions.Files;

    [Fact]
    public void Describe_Path_GivesKindCodeAndVersion()
    {
        Assert.Equal(
            [(DefinitionKind.Policy, "policy"), (DefinitionKind.Catalogue, "catalogue"), (DefinitionKind.Holidays, "holidays"), (DefinitionKind.Targets, "targets"), (DefinitionKind.Sources, "sources")],
            s_files.Where(f => f.Kind != DefinitionKind.Methodology).OrderBy(f => f.Kind).Select(f => (f.Kind, f.Code)));
        var second = s_files.Single(f => f.FileName == "methodology/HZ-CMVI-2.0.0.yaml");
        Assert.Equal((DefinitionKind.Methodology, "HZ-CMVI", "2.0.0"), (second.Kind, second.Code, second.Version));
        Assert.Equal(second.Sha256, SeedDefinitions.All.Versions("HZ-CMVI")[1].Sha256);
        Assert.Null(DefinitionSet.Describe("methodology/notes.txt", "anything"));
    }

    [Fact]
    public void Describe_MethodologyWithoutVersion_IsRefused() =>
        Refusal.Is(() => DefinitionSet.Describe("methodology/a.yaml", "code: A"),
            "methodology/a.yaml:1: 方法文件缺少“code”或“version”。 A methodology file needs 'code' and 'version'.");

    [Fact]
    public void Parse_OneWeightEdited_IsRefusedWithFileLineAndSum()
    {
        var refusal = Refused("HZ-FCEI-1.0.0.yaml", "code: FCEI-P-CIS\n  name_zh: 信用信息基础设施\n  name_en: Credit information infrastructure\n  weight: 0.25", "code: FCEI-P-CIS\n  weight: 0.3");
        var line = s_files.Single(f => f.Code == "HZ-FCEI").Text.Split('\n').ToList().IndexOf("pillars:") + 1;
        Assert.Equal($"methodology/HZ-FCEI-1.0.0.yaml:{line}: HZ-FCEI 下各项权重之和是 1.05，应为 1。 The weights under HZ-FCEI sum to 1.05, not 1.", refusal.Message);
    }

    [Theory]
    [InlineData("HZ-CMVI-2.0.0.yaml", "replaces: 1.0.0", "replaces: 1.5.0", "Version 1.5.0, which this one replaces, does not exist.")]
    [InlineData("HZ-CMVI-2.0.0.yaml", "target: T08", "target: T88", "Target 'T88' of CMVI-LISTED-CUM does not exist.")]
    [InlineData("HZ-CMVI-2.0.0.yaml", "code: CMVI-MNA", "code: FCEI-NPL-RATIO", "Code 'FCEI-NPL-RATIO' is already used by HZ-CMVI.")]
    [InlineData("HZ-FCEI-1.0.0.yaml", "code: FCEI-NPL-RATIO", "code: POP", "Code 'POP' is already used by a denominator.")]
    [InlineData("HZ-FTII-1.0.0.yaml", "code: FTII-ECNY", "code: T07-INSTITUTIONS", "Code 'T07-INSTITUTIONS' is already used by HZ-FTII.")]
    [InlineData("targets.yaml", "related_indicator: FTII-XB-SETTLE", "related_indicator: FTII-GONE", "Indicator 'FTII-GONE' of T04-CROSS-BORDER does not exist.")]
    [InlineData("catalogue.yaml", "- HZ-IFPI\n", "- HZ-IFPI\n- HZ-SEVENTH\n", "Index HZ-SEVENTH is listed but has no methodology file.")]
    public void Parse_ReferenceBetweenFiles_IsChecked(string file, string old, string bad, string english) =>
        Assert.Equal(english, Assert.Single(Refused(file, old, bad).Faults).English);

    [Fact]
    public void Parse_ReferenceBetweenFiles_NamesFileAndLine()
    {
        var refusal = Refused("HZ-CMVI-2.0.0.yaml", "target: T08", "target: T88");
        var line = s_files.Single(f => f.Version == "2.0.0").Text.Split('\n').ToList().FindIndex(l => l.Trim() == "target: T08") + 1;
        Assert.Equal($"methodology/HZ-CMVI-2.0.0.yaml:{line}: CMVI-LISTED-CUM 对应的目标“T88”不存在。 Target 'T88' of CMVI-LISTED-CUM does not exist.", refusal.Message);
        Assert.Equal("methodology/HZ-CMVI-2.0.0.yaml", refusal.File);
    }

    [Fact]
    public void Parse_FaultsInSeveralFiles_AreAllReported()
    {
        var files = Spoil(Spoil(s_files, "HZ-FTDI-1.0.0.yaml", "freq: A\nareas", "freq: D\nareas"), "holidays.yaml", "year: 2019", "year: soon");
        var refusal = Assert.Throws<MethodologyFileException>(() => DefinitionSet.Parse(files));
        Assert.Equal(["holidays.yaml", "methodology/HZ-FTDI-1.0.0.yaml"], refusal.Faults.Select(f => f.File).Distinct());
    }

    [Fact]
    public void Parse_SecondFirstVersion_IsRefused()
    {
        var old = s_files.Single(f => f.Code == "HZ-FTDI");
        var files = s_files.Append(DefinitionSet.Describe("methodology/b.yaml", old.Text.Replace("version: 1.0.0", "version: 1.1.0", StringComparison.Ordinal))!);
        var refusal = Assert.Throws<MethodologyFileException>(() => DefinitionSet.Parse([.. files]));
        Assert.Equal("HZ-FTDI 1.1.0 is not the first version and must say what it replaces.", Assert.Single(refusal.Faults).English);
    }

    [Fact]
    public void Parse_SameVersionTwice_IsRefused()
    {
        var files = s_files.Append(DefinitionSet.Describe("methodology/b.yaml", s_files.Single(f => f.Code == "HZ-FTDI").Text)!);
        var refusal = Assert.Throws<MethodologyFileException>(() => DefinitionSet.Parse([.. files]));
        Assert.Equal("HZ-FTDI 1.0.0 has two files.", Assert.Single(refusal.Faults).English);
    }

    [Theory]
    [InlineData(DefinitionKind.Catalogue)]
    [InlineData(DefinitionKind.Holidays)]
    [InlineData(DefinitionKind.Policy)]
    public void Parse_WithoutANeededFile_IsRefused(DefinitionKind kind)
    {
        var refusal = Assert.Throws<MethodologyFileException>(() => DefinitionSet.Parse([.. s_files.Where(f => f.Kind != kind)]));
        Assert.Contains(refusal.Faults, f => f.English == $"The set has no {kind} file.");
    }

    [Fact]
    public void Parse_AnIndexTheCatalogueDoesNotList_ComesLast()
    {
        var files = Spoil(s_files, "catalogue.yaml", "- HZ-FCEI\n", "");
        Assert.Equal("HZ-FCEI", DefinitionSet.Parse(files).IndexCodes.Last());
    }

    private static MethodologyFileException Refused(string file, string old, string bad) =>
        Assert.Throws<MethodologyFileException>(() => DefinitionSet.Parse(Spoil(s_files, file, old, bad)));

    private static List<DefinitionFile> Spoil(IEnumerable<DefinitionFile> files, string name, string old, string bad) =>
    [
        .. files.Select(f => f.FileName.EndsWith(name, StringComparison.Ordinal) ? f with { Text = Refusal.Spoil(f.Text, old, bad) } : f),
    ];
}
