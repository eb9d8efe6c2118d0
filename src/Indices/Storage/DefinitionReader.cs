using Indices.Methodology;

namespace Indices.Storage;

internal sealed class DefinitionReader(Database database) : IDefinitionReader
{
    // A set never changes once accepted, so its parsed form is good for as long as it is the newest.
    private volatile Parsed? _newest;

    public Task<Definitions?> Current(CancellationToken cancellation = default) => database.Read(c =>
    {
        if (DefinitionRows.NewestSet(c) is not { } set)
            return null;
        if (_newest is not { } parsed || parsed.Set != set)
            _newest = parsed = new Parsed(set, DefinitionSet.Parse(DefinitionRows.Files(c, set)));
        return parsed.Definitions;
    }, cancellation);

    public Task<DefinitionFile?> MethodologyFile(string code, string version, CancellationToken cancellation = default) =>
        database.Read(c => DefinitionRows.Methodology(c, code, version), cancellation);

    private sealed record Parsed(long Set, Definitions Definitions);
}
