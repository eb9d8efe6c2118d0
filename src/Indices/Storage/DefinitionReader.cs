using Indices.Methodology;

namespace Indices.Storage;

internal sealed class DefinitionReader(Database database) : IDefinitionReader
{
    // A set never changes once accepted, nor does an edit of a source, so the parsed form is good for as long as both are the newest.
    private volatile Parsed? _newest;

    public Task<Definitions?> Current(CancellationToken cancellation = default) => database.Read(c =>
    {
        if (DefinitionRows.NewestSet(c) is not { } set)
            return null;
        var edit = SourceEditStore.Newest(c);
        if (_newest is not { } parsed || (parsed.Set, parsed.Edit) != (set, edit))
            _newest = parsed = new Parsed(set, edit, DefinitionSet.Parse(DefinitionRows.Files(c, set), SourceEditStore.InForce(c)));
        return parsed.Definitions;
    }, cancellation);

    public Task<DefinitionFile?> MethodologyFile(string code, string version, CancellationToken cancellation = default) =>
        database.Read(c => DefinitionRows.Methodology(c, code, version), cancellation);

    private sealed record Parsed(long Set, long Edit, Definitions Definitions);
}
