using System.Collections.Immutable;
using Indices.Methodology;

namespace Dashboard.Sdmx.Structures;

/// <summary>Kinds of maintained things of the information model that this service has.</summary>
internal enum ArtefactKind
{
    AgencyScheme,
    Codelist,
    ConceptScheme,
    DataStructure,
    Dataflow,
    /// <summary>What is published: the codes in use and the range of time.</summary>
    Constraint,
}

/// <summary>Something with an agency, an identifier and a version.</summary>
internal abstract record Artefact(ArtefactKind Kind, string Agency, string Id, LocalText Name)
{
    /// <summary>Of every artefact: a change that breaks a reader makes a new one beside it.</summary>
    internal const string Version = "1.0";

    /// <summary>What it cannot be read without, itself excluded.</summary>
    internal virtual IEnumerable<Artefact> References => [];

    internal string Urn => Urns.Of(this);
}

/// <param name="Parent">Identifier of the item above in the same scheme, or null.</param>
internal sealed record Item(string Id, LocalText Name, string? Parent = null);

/// <summary>A code list, a scheme of concepts or of agencies.</summary>
/// <param name="IsPartial">True when only some items are given.</param>
internal sealed record ItemScheme(ArtefactKind Kind, string Agency, string Id, LocalText Name, ImmutableArray<Item> Items, bool IsPartial = false)
    : Artefact(Kind, Agency, Id, Name)
{
    internal LocalText? NameOf(string id) => Items.FirstOrDefault(i => i.Id == id)?.Name;
}

internal enum Role
{
    Dimension,
    Time,
    Measure,
    /// <summary>The same for a whole series of one message.</summary>
    SeriesAttribute,
    ObservationAttribute,
}

/// <param name="Type">Data type of SDMX where there is no code list.</param>
internal sealed record Component(string Id, Role Role, ItemScheme? Codes, string Type)
{
    internal bool IsDimension => Role is Role.Dimension or Role.Time;

    internal bool IsAttribute => Role is Role.SeriesAttribute or Role.ObservationAttribute;

    internal bool IsNumber => Type is "Double" or "Integer";
}

/// <param name="Components">Dimensions in key order, time, measure, attributes: the order of the cells of every row.</param>
internal sealed record DataStructure(string Agency, string Id, LocalText Name, ItemScheme Concepts, ImmutableArray<Component> Components)
    : Artefact(ArtefactKind.DataStructure, Agency, Id, Name)
{
    internal override IEnumerable<Artefact> References => Components.Select(c => c.Codes).OfType<Artefact>().Distinct().Prepend(Concepts);

    /// <summary>Place of a component in a row; -1 when there is none.</summary>
    internal int Place(string id) => Components.IndexOf(Components.FirstOrDefault(c => c.Id == id)!);

    internal LocalText NameOf(Component component) => Concepts.NameOf(component.Id)!;

    internal string ConceptUrn(Component component) => $"{Urns.Prefix}conceptscheme.Concept={Urns.Key(Concepts)}.{component.Id}";
}

internal sealed record Dataflow(string Agency, string Id, LocalText Name, DataStructure Structure) : Artefact(ArtefactKind.Dataflow, Agency, Id, Name)
{
    internal override IEnumerable<Artefact> References => [Structure];
}

/// <param name="Values">Codes in use by dimension, in key order; those of time are left out.</param>
/// <param name="From">First day of the earliest period; null without data.</param>
internal sealed record Constraint(
    string Agency, string Id, LocalText Name, Dataflow Dataflow, ImmutableArray<KeyValuePair<string, ImmutableArray<string>>> Values,
    DateOnly? From, DateOnly? To, int Series, int Observations) : Artefact(ArtefactKind.Constraint, Agency, Id, Name)
{
    /// <summary>True in the answer to a query of availability: of the data that match it alone.</summary>
    internal bool IsAvailability { get; init; }

    internal override IEnumerable<Artefact> References => [Dataflow];
}

internal static class Urns
{
    internal const string Prefix = "urn:sdmx:org.sdmx.infomodel.";

    internal static string Of(Artefact artefact) => Prefix + Class(artefact.Kind) + "=" + Key(artefact);

    internal static string Key(Artefact artefact) => $"{artefact.Agency}:{artefact.Id}({Artefact.Version})";

    private static string Class(ArtefactKind kind) => kind switch
    {
        ArtefactKind.AgencyScheme => "base.AgencyScheme",
        ArtefactKind.Codelist => "codelist.Codelist",
        ArtefactKind.ConceptScheme => "conceptscheme.ConceptScheme",
        ArtefactKind.DataStructure => "datastructure.DataStructure",
        ArtefactKind.Dataflow => "datastructure.Dataflow",
        _ => "registry.ContentConstraint",
    };
}
