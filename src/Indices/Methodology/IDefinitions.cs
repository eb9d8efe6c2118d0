using System.Collections.Immutable;
using Indices.Sources;

namespace Indices.Methodology;

/// <summary>All versioned definitions that are in force, as last accepted. The program serves from these, never from files.</summary>
/// <param name="Indices">Every version of every index, by code in file order, oldest version first.</param>
public sealed record Definitions(
    Catalogue Catalogue,
    ImmutableArray<IndexMethodology> Indices,
    TargetSet? Targets,
    WorkingDayCalendar Calendar,
    string PolicyText)
{
    public SourceSet Sources { get; init; } = SourceSet.Empty;

    /// <summary>Codes in the order of the catalogue of indices.</summary>
    public IEnumerable<string> IndexCodes => Indices.Select(i => i.Code).Distinct();

    /// <summary>Versions of one index, oldest first; empty when unknown.</summary>
    public ImmutableArray<IndexMethodology> Versions(string code) => [.. Indices.Where(i => i.Code == code)];

    /// <summary>The newest version of every index that is published by us, in the order of the catalogue of indices.</summary>
    public IEnumerable<IndexMethodology> Published => IndexCodes.Select(code => Versions(code)[^1]).Where(newest => newest.Release is not null);

    /// <summary>What a calculation of the index reads: indicators, denominators and exchange rates of all its versions.</summary>
    public IReadOnlySet<string> SeriesCodes(string code) => Versions(code).SelectMany(v => v.Root.Indicators)
        .SelectMany(i => i.Transforms.SelectMany(Catalogue.SeriesOf).Prepend(i.Code))
        // An empty list would read everything; a price index has deals and no series.
        .Append(code).ToHashSet();
}

public enum DefinitionKind
{
    Policy,
    Catalogue,
    Holidays,
    Targets,
    Methodology,
    Sources,
}

/// <param name="Version">Methodology version; for other kinds the hash.</param>
public sealed record DefinitionFile(DefinitionKind Kind, string Code, string Version, string FileName, string Text, string Sha256);

public interface IDefinitionReader
{
    /// <summary>Null before the first load.</summary>
    Task<Definitions?> Current(CancellationToken cancellation = default);

    /// <summary>The accepted file of a methodology version, as text.</summary>
    Task<DefinitionFile?> MethodologyFile(string code, string version, CancellationToken cancellation = default);
}

public interface IDefinitionWriter
{
    /// <summary>Accepts a complete set in one transaction. A methodology version used by a release may not change.</summary>
    /// <exception cref="MethodologyFileException">The set is refused as it stands, or a used version has other bytes than the accepted one.</exception>
    /// <returns>Number of files that were new or changed.</returns>
    Task<int> Accept(IReadOnlyList<DefinitionFile> files, DateTimeOffset at, CancellationToken cancellation = default);
}
