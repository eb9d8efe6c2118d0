using System.Collections.Immutable;
using Indices.Methodology;
using Indices.Time;

namespace Indices.Calculation.Uncertainty;

/// <summary>
/// Brings other normalisations to the amplitude of the published one: 100 + (I − 100) · sd(ΔI published) / sd(ΔI), the
/// standard deviations over the closed history under published weights, aggregation and imputation (methodology, section 12).
/// </summary>
internal sealed class AmplitudeMatch
{
    private readonly double _baseValue;
    private readonly double[] _ratios;

    private AmplitudeMatch(double baseValue, double[] ratios) => (_baseValue, _ratios) = (baseValue, ratios);

    /// <returns>Null before enough periods are closed, without a base, or when a history has no value or does not move.</returns>
    internal static AmplitudeMatch? Create(IndexModelBuilder builder, IndexInputs inputs, ImmutableArray<Period> closed, UncertaintyRule rule)
    {
        if (inputs.Versions[0].Base is not { } rule0 || closed.Length < rule.MatchedFrom || builder.Build(closed, null) is not { } model)
            return null;
        var published = Amplitude(model, NormalisationVariant.Published, closed.Length);
        double[] ratios = [.. rule.Normalisations.Select(variant => published / Amplitude(model, variant, closed.Length))];
        return ratios.All(ratio => double.IsFinite(ratio) && ratio > 0.0) ? new(rule0.Value, ratios) : null;
    }

    /// <param name="normalisation">Place of the variant drawn.</param>
    internal double Index(double index, byte normalisation) => _baseValue + (index - _baseValue) * _ratios[normalisation];

    internal double Change(double change, byte normalisation) => change * _ratios[normalisation];

    private static double Amplitude(IndexModel model, NormalisationVariant variant, int periods)
    {
        var outputs = Enumerable.Range(0, periods).Select(_ => new double[1]).ToArray();
        model.Evaluate(DrawnMethod.Published with { Normalisation = variant }, null, [0], outputs);
        double[] changes = [.. outputs.Zip(outputs.Skip(1), (before, now) => now[0] - before[0])];
        return Math.Sqrt(SobolEstimator.Pooled(changes, []).Variance);
    }
}
