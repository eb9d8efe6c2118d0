using System.Collections.Immutable;
using Indices.Methodology.Reading;
using Indices.Methodology.Yaml;
using Indices.Time;

namespace Indices.Methodology;

/// <summary>Reads one version of one index (docs/methodology-format.md).</summary>
public static class MethodologyFile
{
    internal const string Schema = "index-methodology/1";

    /// <param name="fileName">Named in faults; nothing is opened.</param>
    /// <param name="text">Content of the file.</param>
    /// <param name="catalogue">Areas, agencies and denominators to check references against; null checks none (the compute command).</param>
    /// <exception cref="MethodologyFileException">The file is refused, with all its faults.</exception>
    public static IndexMethodology Parse(string fileName, string text, Catalogue? catalogue)
    {
        var faults = new Faults(fileName);
        var read = Read(text, catalogue, faults);
        faults.ThrowIfAny();
        return read!.Methodology;
    }

    /// <summary>As far as the text can be read; the result means something only when no fault was added.</summary>
    internal static MethodologyReading? Read(string text, Catalogue? catalogue, Faults faults) =>
        Section.OfFile(text, faults, file => Read(file, text, catalogue));

    private static MethodologyReading Read(Section file, string text, Catalogue? catalogue)
    {
        HeaderReader.Recorded(file);
        var isPrice = file.Value("type", Kind.OneOf(("composite", false), ("price", true)), false);
        var collected = file.Value("freq", Kind.Frequency);
        var frequency = isPrice ? file.Value("headline_freq", Kind.Frequency, collected) : collected;
        var references = new References(catalogue);
        var replaces = HeaderReader.Version(file, "replaces", false);
        var lines = new Dictionary<string, int>();
        var goalpostRules = isPrice ? [] : HeaderReader.GoalpostRules(file);
        var (root, price) = isPrice
            ? new PriceReader(file, references, frequency, collected, lines).Read()
            : (new TreeReader(file, references, frequency, goalpostRules, lines).Read(), null);
        var baseRule = RulesReader.Base(file, frequency, isPrice);
        var release = RulesReader.Revision(file, frequency);
        var methodology = new IndexMethodology(
            root.Code,
            HeaderReader.Version(file, "version", true) ?? "",
            replaces,
            HeaderReader.Link(file, frequency, replaces is not null),
            HeaderReader.EffectiveFrom(file, frequency),
            root.Name,
            file.TextOrNull("purpose") ?? "",
            frequency,
            references.Areas(file),
            file.Values("evidences_clauses", Kind.PositiveWhole),
            root,
            baseRule,
            isPrice ? RulesReader.NoScore : RulesReader.Normalisation(file),
            RulesReader.Coverage(file),
            RulesReader.Rounding(file),
            release.OpenWindow,
            release.AnnualWindowPart,
            RulesReader.Release(file),
            price,
            Sha256Text.Of(text))
        {
            ChinesePurpose = file.TextOrNull("purpose_zh"),
            Status = file.ValueOrNull("status", HeaderReader.Status),
            SourceDocument = file.TextOrNull("source_document"),
            NamedInClause = file.ValueOrNull("named_in_clause", Kind.PositiveWhole),
            CompiledBy = references.Agency(file, "compiled_by", false),
            GoalpostRules = goalpostRules,
            District = isPrice ? null : DistrictReader.Read(file, frequency, root, baseRule),
            Uncertainty = isPrice ? null : UncertaintyReader.Read(file),
        };
        HeaderReader.CheckOrder(file, methodology);
        return new(methodology, lines, file.LineOf("version"), file.LineOf("replaces"));
    }
}
