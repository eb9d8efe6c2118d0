using System.Collections.Immutable;
using Indices.Methodology.Reading;
using Indices.Methodology.Yaml;

namespace Indices.Methodology;

/// <summary>Reads the targets of a policy document (docs/methodology-format.md).</summary>
public static class TargetFile
{
    /// <param name="fileName">Named in faults; nothing is opened.</param>
    /// <param name="text">Content of the file.</param>
    /// <param name="policyText">The document; every sentence quoted must be in it, white space aside.</param>
    /// <param name="catalogue">Agencies to check references against.</param>
    /// <exception cref="MethodologyFileException">The file is refused, with all its faults.</exception>
    public static TargetSet Parse(string fileName, string text, string policyText, Catalogue catalogue)
    {
        var faults = new Faults(fileName);
        var read = Read(text, policyText, catalogue, faults);
        faults.ThrowIfAny();
        return read!.Targets;
    }

    internal static TargetReading? Read(string text, string policyText, Catalogue? catalogue, Faults faults) =>
        Section.OfFile(text, faults, file => Read(file, text, new PolicyDocument(policyText), new References(catalogue)));

    private static TargetReading Read(Section file, string text, PolicyDocument policy, References references)
    {
        file.Recorded("schema", "status", "interval", "notes");
        _ = file.Pairs("reading_of_words", (s, word) => s.Text(word));
        var lines = new Dictionary<string, int>();
        var targets = new TargetReader(policy, references, new Codes(file.Faults, lines), lines);
        if (!file.Has("targets"))
            _ = file.Text("targets");
        var sentence = file.Text("sentence_full");
        policy.Check(file, "sentence_full", sentence);
        var validity = file.In("document_validity", s => new Validity(s.Value("from", Kind.Date), s.Value("to", Kind.Date)));
        if (validity?.To < validity?.From)
            file.Fault("document_validity", "有效期的“to”早于“from”。", "The validity ends before it begins.");
        return new(
            new TargetSet(
                file.Text("source_document"), file.TextOrNull("section") ?? "", sentence, file.Value("deadline", Kind.Date),
                validity?.From ?? default, validity?.To ?? default, Rating(file), file.Each("targets", targets.Read), Sha256Text.Of(text)),
            lines);
    }

    private static RatingRule Rating(Section file) => file.In("rag", rag =>
    {
        rag.Recorded("amber", "around", "growth", "grey", "final");
        var (green, red) = ((Ratio: 0.0, Probability: 0.0), (Ratio: 0.0, Probability: 0.0));
        rag.Inside("green", s => green = (s.Value("path_ratio_min", Kind.PositiveNumber), s.Value("p_min", Kind.Share)));
        rag.Inside("red", s => red = (s.Value("path_ratio_below", Kind.PositiveNumber), s.Value("p_below", Kind.Share)));
        if (green.Ratio < red.Ratio || green.Probability < red.Probability)
            rag.Fault("red", "红色门槛高于绿色门槛。", "The thresholds for red lie above those for green.");
        return new RatingRule(
            green.Ratio, green.Probability, red.Ratio, red.Probability, rag.Value("no_forecast_green_path_ratio_min", Kind.PositiveNumber));
    }) ?? new(0, 0, 0, 0, 0);

    private sealed record Validity(DateOnly From, DateOnly To);
}
