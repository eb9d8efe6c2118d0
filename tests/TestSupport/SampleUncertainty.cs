using Indices.Calculation.Uncertainty;
using Indices.Methodology;
using Indices.Time;

namespace TestSupport;

/// <summary>Uncertainty of a release in numbers that are easy to tell apart.</summary>
public static class SampleUncertainty
{
    /// <summary>A seed of more bits than a signed number or a double holds, fractions without a finite decimal, a negative share.</summary>
    public static UncertaintyResult Of(Period period, string version, double probabilityOfRise = 0.97) => new(
        period, period.Plus(-1), version, ulong.MaxValue - 2, 8192, 57344,
        new(new(101.4, 1.0 / 3, 99.9, 101.3, 103.1), new(0.1 + 0.2, 0.2, -0.4, 0.3, 0.9), 0.8125),
        new(new(101.3, 0.1 + 0.2, 100.8, 101.3, 101.9), new(0.4, 0.1, -0.125, 0.4, 0.7), probabilityOfRise),
        new(new(101.35, 0.35, 100.7, 101.3, 102), new(0.41, 0.12, -0.2, 0.4, 0.8), 0.96),
        [
            new(UncertainOutput.Index, 1.5,
            [
                new(UncertaintyGroup.Weights, new(0.2, 0.3), new(0.1, 0.25), new(0.3, 0.35)),
                new(UncertaintyGroup.Normalisation, new(0.6, 0.75), new(0.5, 0.7), new(0.65, 0.8)),
                new(UncertaintyGroup.Revision, new(-1e-5, 0), new(-2e-5, 0), new(1e-5, 1e-6)),
            ]),
            new(UncertainOutput.Change, 0.25, [new(UncertaintyGroup.Weights, new(0.5, 1.0 / 3), new(0.4, 0.3), new(0.6, 0.7))]),
        ]);
}
