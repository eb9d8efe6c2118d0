using Indices.Methodology;
using Indices.Sources;
using TestSupport;
using Xunit;

namespace Indices.Tests.Storage;

public sealed class SourceEditStoreTests : IDisposable
{
    private const string Code = "HZ-DRC";

    private readonly TemporaryStore _store = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Add_ToASourceOfTheFile_ReplacesItInItsPlaceUntilItGoesBack()
    {
        await AcceptSeeds();
        var order = (await Sources()).All.Select(s => s.Code).ToList();

        await Add(Text(Code, "发改*"));
        Assert.Equal("发改*", (await Sources()).Find(Code)!.Inbox);
        Assert.Equal(order, (await Sources()).All.Select(s => s.Code));

        await Add(null);
        Assert.Equal("HZ-DRC*", (await Sources()).Find(Code)!.Inbox);
    }

    [Fact]
    public async Task Add_OfANewSource_PutsItLast()
    {
        await AcceptSeeds();

        await Add(Text("NEW", "新来源*"), "NEW");

        Assert.Equal("NEW", (await Sources()).All[^1].Code);
    }

    [Fact]
    public async Task Edits_OfASource_AreKeptForGoodNewestFirst()
    {
        await AcceptSeeds();
        await Add(Text(Code, "发改*"));
        await Add(Text(Code, "发改委*"));
        await Add(Text("NEW", "新来源*"), "NEW");

        var edits = await _store.Get<ISourceEditReader>().Edits(Code, Cancellation);

        Assert.Equal([Text(Code, "发改委*"), Text(Code, "发改*")], edits.Select(e => e.Text));
        Assert.All(edits, e => Assert.Equal(("换了报表", "wang", Sample.Noon), (e.Reason, e.By, e.At)));
    }

    [Fact]
    public async Task Add_OfATextThatBreaksARule_ChangesNothing()
    {
        await AcceptSeeds();

        // The pattern of another source.
        var refusal = await Assert.ThrowsAsync<MethodologyFileException>(() => Add(Text(Code, "HZ-FIN*")));

        Assert.Equal(Code, refusal.File);
        Assert.Equal("HZ-DRC*", (await Sources()).Find(Code)!.Inbox);
        Assert.Empty(await _store.Get<ISourceEditReader>().Edits(Code, Cancellation));
    }

    [Fact]
    public async Task Add_OfTwoSourcesThatSwapTheirPatterns_IsTakenInEitherOrder()
    {
        await AcceptSeeds();
        await Add(Text(Code, "甲*"));
        await Add(Text("NIFC", "HZ-DRC*"), "NIFC");

        await Add(Text(Code, "NIFC*"));

        Assert.Equal(("NIFC*", "HZ-DRC*"), ((await Sources()).Find(Code)!.Inbox, (await Sources()).Find("NIFC")!.Inbox));
    }

    [Fact]
    public async Task Add_GoingBackFromNothing_IsRefused()
    {
        await AcceptSeeds();

        await Assert.ThrowsAsync<InvalidOperationException>(() => Add(null));
    }

    [Fact]
    public async Task Add_BeforeAnythingIsDefined_IsRefused() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => Add(Text(Code, "发改*")));

    [Fact]
    public async Task Accept_OfFilesThatAnEditDoesNotFit_IsRefusedAndNamesTheSource()
    {
        await AcceptSeeds();
        await Add(Text(Code, "发改*"));
        // The new file gives the pattern to another source.
        var files = SeedDefinitions.Files.Select(f => f.Kind == DefinitionKind.Sources
            ? DefinitionSet.Describe(f.FileName, f.Text.Replace("'NIFC*'", "'发改*'", StringComparison.Ordinal))! : f).ToList();

        var refusal = await Assert.ThrowsAsync<MethodologyFileException>(() => _store.Get<IDefinitionWriter>().Accept(files, Sample.Noon, Cancellation));

        Assert.Contains(refusal.Faults, f => f.File == Code && f.Chinese.Contains("NIFC", StringComparison.Ordinal));
    }

    public void Dispose() => _store.Dispose();

    internal static string Text(string code, string inbox) =>
        $$"""
        schema: sources/1
        sources:
        - code: {{code}}
          name_zh: 改过的来源
          kind: csv
          inbox: '{{inbox}}'
          series:
          - {indicator: FCEI-DATA-SHARE}
        """;

    private Task<int> AcceptSeeds() => _store.Get<IDefinitionWriter>().Accept(SeedDefinitions.Files, Sample.Noon, Cancellation);

    private async Task<SourceSet> Sources() => (await _store.Get<IDefinitionReader>().Current(Cancellation))!.Sources;

    private Task Add(string? text, string code = Code) =>
        _store.Get<ISourceEditWriter>().Add(new SourceEdit(0, code, text, "换了报表", "wang", Sample.Noon), Cancellation);
}
