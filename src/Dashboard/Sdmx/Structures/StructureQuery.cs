using System.Collections.Immutable;

namespace Dashboard.Sdmx.Structures;

/// <summary>Which artefacts a structure query asks for, and how much of each.</summary>
/// <param name="Kinds">Kinds wanted.</param>
/// <param name="References">As in the address: none, children, …, or the name of a kind.</param>
/// <param name="Items">Identifiers of items; empty for all.</param>
internal sealed record StructureQuery(
    ImmutableArray<ArtefactKind> Kinds, ArtefactRef Reference, ImmutableArray<string> Items, string References, string Detail)
{
    private static readonly string[] Details = ["full", "allstubs", "referencestubs", "allcompletestubs", "referencecompletestubs", "referencepartial", "raw"];
    private static readonly string[] Modes = ["none", "parents", "parentsandsiblings", "ancestors", "children", "descendants", "all"];

    /// <exception cref="SdmxException">No results, or a parameter that cannot be read.</exception>
    internal Found Run(IReadOnlyCollection<Artefact> all)
    {
        if (!Details.Contains(Detail))
            throw SdmxException.Syntax($"The parameter detail may be {string.Join(", ", Details)}.");
        var wanted = all.Where(a => Kinds.Contains(a.Kind) && Reference.Includes(a)).Select(Restricted).OfType<Artefact>().ToImmutableArray();
        if (wanted.IsEmpty)
            throw SdmxException.NoResults();
        var found = wanted.Concat(Related(wanted, all).Where(r => !wanted.Any(w => w.Urn == r.Urn))).ToImmutableArray();
        var stubs = Detail switch
        {
            "allstubs" or "allcompletestubs" => found.Select(a => a.Urn),
            "referencestubs" or "referencecompletestubs" => found.Except(wanted).Select(a => a.Urn),
            _ => [],
        };
        return new(found, stubs.ToImmutableHashSet());
    }

    private Artefact? Restricted(Artefact artefact)
    {
        if (Items.IsEmpty)
            return artefact;
        if (artefact is not ItemScheme scheme)
            return null;
        // An item below another is asked for as PARENT.CHILD or by its own identifier.
        var asked = Items.Select(i => i[(i.LastIndexOf('.') + 1)..]).ToHashSet();
        var items = scheme.Items.Where(i => asked.Contains(i.Id)).ToImmutableArray();
        return items.IsEmpty ? null : scheme with { Items = items, IsPartial = items.Length < scheme.Items.Length };
    }

    private Artefact[] Related(ImmutableArray<Artefact> wanted, IReadOnlyCollection<Artefact> all)
    {
        IEnumerable<Artefact> Parents(IEnumerable<Artefact> of) => all.Where(a => a.References.Any(r => of.Any(o => o.Urn == r.Urn)));
        IEnumerable<Artefact> Children(IEnumerable<Artefact> of) => of.SelectMany(a => a.References);
        IEnumerable<Artefact> Transitive(IEnumerable<Artefact> from, Func<IEnumerable<Artefact>, IEnumerable<Artefact>> step)
        {
            for (var next = step(from).DistinctBy(a => a.Urn).ToArray(); next.Length > 0; next = [.. step(next).DistinctBy(a => a.Urn)])
                foreach (var artefact in next)
                    yield return artefact;
        }
        IEnumerable<Artefact> Everything() => Transitive(wanted, Parents).SelectMany(p => Children([p]).Prepend(p)).Concat(Transitive(wanted, Children));
        var related = References switch
        {
            "none" => [],
            "children" => Children(wanted),
            "descendants" => Transitive(wanted, Children),
            "parents" => Parents(wanted),
            "ancestors" => Transitive(wanted, Parents),
            "parentsandsiblings" => Parents(wanted).SelectMany(p => Children([p]).Prepend(p)),
            "all" => Everything(),
            _ when ArtefactNames.IsKnown(References) => Everything().Where(a => ArtefactNames.Kinds(References).Contains(a.Kind)),
            _ => throw SdmxException.Syntax($"The parameter references may be {string.Join(", ", Modes)} or a kind of artefact."),
        };
        return [.. related.DistinctBy(a => a.Urn)];
    }
}

/// <param name="Stubs">URN of every artefact that is named without its content.</param>
internal sealed record Found(ImmutableArray<Artefact> Artefacts, ImmutableHashSet<string> Stubs);

/// <summary>Agencies, identifiers and versions asked for; empty lists mean any.</summary>
internal sealed record ArtefactRef(ImmutableArray<string> Agencies, ImmutableArray<string> Ids, ImmutableArray<string> Versions)
{
    internal static ArtefactRef Any { get; } = new([], [], []);

    internal bool Includes(Artefact artefact) =>
        Has(Agencies, artefact.Agency) && Has(Ids, artefact.Id) && (Versions.IsEmpty || Versions.Any(VersionPattern.Matches));

    private static bool Has(ImmutableArray<string> asked, string own) => asked.IsEmpty || asked.Contains(own, StringComparer.Ordinal);
}

/// <summary>Whether a version as written in an address means 1.0, the one version there is.</summary>
internal static class VersionPattern
{
    internal static bool Matches(string version) => version is "1.0" or "1.0.0" or "1" or "latest" or "all" or "*" or "+" or "~"
        // With a wildcard: 1.0+, 1+.0, 1.*, 1.0.*, ~.0 and the like.
        || (version.IndexOfAny(['+', '*', '~']) >= 0 && Parts(version) is { Length: > 0 and <= 3 } parts && parts[0] is "1" or "" && parts.Skip(1).All(p => p is "0" or ""));

    private static string[] Parts(string version) => version.Replace("+", "", StringComparison.Ordinal).Replace("*", "", StringComparison.Ordinal)
        .Replace("~", "", StringComparison.Ordinal).Split('.');
}

/// <summary>Names of artefacts in addresses. Every name of the standard is known; most have nothing here.</summary>
internal static class ArtefactNames
{
    private static readonly string[] WithoutContent =
    [
        "metadatastructure", "metadataflow", "provisionagreement", "process", "categorisation", "metadataconstraint", "categoryscheme", "hierarchy",
        "hierarchyassociation", "hierarchicalcodelist", "dataproviderscheme", "dataconsumerscheme", "organisationunitscheme", "organisationscheme", "transformationscheme",
        "rulesetscheme", "userdefinedoperatorscheme", "customtypescheme", "namepersonalisationscheme", "namealiasscheme", "vtlmappingscheme", "valuelist",
        "structuremap", "structureset", "representationmap", "conceptschememap", "categoryschememap", "organisationschememap", "reportingtaxonomymap",
        "metadataproviderscheme", "reportingtaxonomy", "metadataprovisionagreement", "attachmentconstraint", "allowedconstraint",
    ];

    internal static bool IsKnown(string name) => Kinds(name) is not [] || WithoutContent.Contains(name);

    internal static ImmutableArray<ArtefactKind> Kinds(string name) => name switch
    {
        "agencyscheme" => [ArtefactKind.AgencyScheme],
        "codelist" => [ArtefactKind.Codelist],
        "conceptscheme" => [ArtefactKind.ConceptScheme],
        "datastructure" => [ArtefactKind.DataStructure],
        "dataflow" => [ArtefactKind.Dataflow],
        "contentconstraint" or "dataconstraint" or "actualconstraint" => [ArtefactKind.Constraint],
        "structure" or "*" => [.. Enum.GetValues<ArtefactKind>()],
        _ => [],
    };
}
