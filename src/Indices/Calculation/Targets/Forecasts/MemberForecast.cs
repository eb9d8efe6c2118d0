using System.Collections.Immutable;
using Indices.Calculation.Statistics;

namespace Indices.Calculation.Targets.Forecasts;

/// <summary>Nested counts: each candidate's size is a level, and the number that reaches the threshold is Poisson-binomial (methodology, section 13).</summary>
internal static class MemberForecast
{
    /// <summary>In ordinal order of their names, each by its own newest size.</summary>
    internal static ImmutableArray<TargetMember> Members(TargetContext context)
    {
        if (context.Target.Threshold is not { } threshold)
            return [];
        return [.. from member in context.Data.Members
                   let sizes = member.Sizes.Where(s => s.Period.End <= context.Deadline).ToList()
                   where sizes.Count > 0
                   let now = sizes[^1]
                   let ahead = context.YearsLeft(now) > 0 ? LevelForecast.Ahead(context, sizes, now) : null
                   select new TargetMember(
                       member.Name, now.Period, now.Value, threshold - now.Value, now.Value >= threshold, ahead?.UpperTail(Math.Log(threshold)))];
    }

    /// <summary>Null where the past of any candidate is too short: leaving one out would count it as never reaching.</summary>
    internal static TargetForecast? Of(TargetContext context)
    {
        var members = Members(context);
        var probabilities = members.Select(m => m.Probability).OfType<double>().ToList();
        if (members.IsEmpty || probabilities.Count < members.Length)
            return null;
        var (number, level) = (new PoissonBinomial(probabilities), context.Rules.Level);
        return new(context.Deadline, number.Mean, number.Quantile((1 - level) / 2), number.Quantile((1 + level) / 2), level,
            number.UpperTail((int)Math.Min(context.Goal, members.Length + 1)));
    }
}
