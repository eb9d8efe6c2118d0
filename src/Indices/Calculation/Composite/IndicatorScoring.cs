using Indices.Methodology;
using Indices.Observations;
using Indices.Time;

namespace Indices.Calculation.Composite;

/// <summary>Scores one indicator of one version, period by period, from its own readings alone.</summary>
internal sealed record IndicatorScoring(
    IndexMethodology Version, Indicator Indicator, IndicatorSource Source, Availability Availability, Goalposts Goalposts)
{
    internal IndicatorSeries Series => Source.Series;

    /// <summary>The state that another run found, where this one would find no other.</summary>
    /// <param name="before">The same indicator in that run.</param>
    /// <param name="known">Its state in the period there, which the class mean may have given.</param>
    internal LeafState At(Period period, IndicatorScoring before, LeafState known)
    {
        var standing = Availability.At(period);
        return standing.Kind != StandingKind.ClassMean && standing == known.Standing && Goalposts.HasSameNumbers(before.Goalposts)
            ? known : Scored(period, standing);
    }

    /// <summary>The score is left out when the class mean has to give it.</summary>
    internal LeafState At(Period period) => Scored(period, Availability.At(period));

    private LeafState Scored(Period period, Standing standing)
    {
        var used = standing.Reading?.Value;
        var (g, score) = used is { } x ? Goalposts.Score(x, Version.Normalisation) : (null, null);
        return new LeafState(
            new IndicatorScore(
                Version.Version, period, Indicator.Code,
                standing.Kind == StandingKind.Observed ? used : null,
                used, standing.Status, standing.Age, g, score, standing.IsCovered),
            standing,
            score is null ? null : standing.Reading?.Origin,
            score is null ? WhyMissing(standing) : null);
    }

    private Warning WhyMissing(Standing standing)
    {
        if (standing.Reading is null)
            return new($"{Indicator.Name.Chinese}尚无观测值", $"{Indicator.Name.In(true)} has no observation yet");
        return Goalposts is { Worst: not null, Best: not null }
            ? new($"{Indicator.Name.Chinese}的数值无法评分", $"the value of {Indicator.Name.In(true)} cannot be scored")
            : new($"{Indicator.Name.Chinese}的阈值所依据的基期数据不足", $"{Indicator.Name.In(true)} lacks the base period data of its goalposts");
    }
}
