using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Indices.Methodology.Reading;
using Indices.Methodology.Yaml;

namespace Indices.Methodology;

/// <summary>Reads the targets of a policy document (docs/methodology-format.md).</summary>
public static partial class TargetFile
{
    /// <summary>"tolerance" or "2 x tolerance".</summary>
    private static readonly Kind<double> s_tolerances = new(
        text => Tolerances().Match(text) is not { Success: true } match ? null
            : match.Groups["times"] is { Success: true, Value: var times } ? double.Parse(times, CultureInfo.InvariantCulture) : 1,
        "容差的倍数（tolerance、2 x tolerance）", "a multiple of the tolerance such as 2 x tolerance");

    private static readonly Kind<double> s_level = Kind.Number.Where(n => n is > 0 and < 1, "大于 0 小于 1 的数", "a number above 0 and below 1");

    private static readonly Kind<int> s_changes = Kind.Whole.Where(n => n >= 2, "不小于 2 的整数", "a whole number, 2 or more");

    /// <param name="fileName">Named in faults; nothing is opened.</param>
    /// <param name="text">Content of the file.</param>
    /// <param name="policyText">The document; every sentence quoted must be in it, white space aside. Null where it is not at hand.</param>
    /// <param name="catalogue">Agencies to check references against; null where it is not at hand.</param>
    /// <exception cref="MethodologyFileException">The file is refused, with all its faults.</exception>
    public static TargetSet Parse(string fileName, string text, string? policyText, Catalogue? catalogue)
    {
        var faults = new Faults(fileName);
        var read = Read(text, policyText, catalogue, faults);
        faults.ThrowIfAny();
        return read!.Targets;
    }

    internal static TargetReading? Read(string text, string? policyText, Catalogue? catalogue, Faults faults) =>
        Section.OfFile(text, faults, file => Read(file, text, new PolicyDocument(policyText), new References(catalogue)));

    private static TargetReading Read(Section file, string text, PolicyDocument policy, References references)
    {
        file.Recorded("schema", "status", "notes");
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
                validity?.From ?? default, validity?.To ?? default, Rating(file), file.Each("targets", targets.Read), Sha256Text.Of(text))
            {
                Forecast = Forecast(file),
            },
            lines);
    }

    private static RatingRule Rating(Section file) => file.In("rag", rag =>
    {
        rag.Recorded("amber", "growth", "grey", "final");
        var (greenGap, redGap) = (1.0, 2.0);
        rag.Inside("around", s => (greenGap, redGap) = (s.Value("green_gap_max", s_tolerances, 1), s.Value("red_gap_above", s_tolerances, 2)));
        var (green, red) = ((Ratio: 0.0, Probability: 0.0), (Ratio: 0.0, Probability: 0.0));
        rag.Inside("green", s => green = (s.Value("path_ratio_min", Kind.PositiveNumber), s.Value("p_min", Kind.Share)));
        rag.Inside("red", s => red = (s.Value("path_ratio_below", Kind.PositiveNumber), s.Value("p_below", Kind.Share)));
        if (green.Ratio < red.Ratio || green.Probability < red.Probability || greenGap > redGap)
            rag.Fault("red", "红色门槛高于绿色门槛。", "The thresholds for red lie above those for green.");
        return new RatingRule(
            green.Ratio, green.Probability, red.Ratio, red.Probability, rag.Value("no_forecast_green_path_ratio_min", Kind.PositiveNumber))
        {
            GreenGap = greenGap,
            RedGap = redGap,
        };
    }) ?? new(0, 0, 0, 0, 0);

    private static ForecastRules Forecast(Section file)
    {
        var rules = ForecastRules.Default with { Level = file.Value("interval", s_level, ForecastRules.Default.Level) };
        file.Inside("forecast", s => rules = rules with
        {
            MinimumChanges = s.Value("changes_min", s_changes, rules.MinimumChanges),
            HalfLifeMonths = s.Value("half_life_months", Kind.PositiveNumber, rules.HalfLifeMonths),
            PriorEvents = s.Value("prior_events", Kind.PositiveNumber, rules.PriorEvents),
            ShareYears = s.Value("share_years", Kind.PositiveWhole, rules.ShareYears),
        });
        return rules;
    }

    [GeneratedRegex(@"^((?<times>[0-9]+(\.[0-9]+)?) x )?tolerance\z", RegexOptions.CultureInvariant)]
    private static partial Regex Tolerances();

    private sealed record Validity(DateOnly From, DateOnly To);
}
