using Indices.Calculation.Targets.Forecasts;
using Indices.Methodology;

namespace Indices.Calculation.Targets;

/// <summary>The forecast of each kind of target (methodology, section 13). A rank has none: it depends on what others do.</summary>
internal static class TargetForecasting
{
    /// <summary>Null where the past is too short, and once the figure for the target date is in.</summary>
    internal static TargetForecast? Of(TargetContext context)
    {
        if (context.Newest is not { } now || context.YearsLeft(now) <= 0)
            return null;
        return context.Target switch
        {
            { Kind: TargetKind.Level } => LevelForecast.Of(context, now),
            { Kind: TargetKind.Count, IsCumulative: true } => EventForecast.Of(context, now),
            { Kind: TargetKind.Count } => StockForecast.Of(context, now),
            { Kind: TargetKind.CountSmall } => MemberForecast.Of(context),
            { Kind: TargetKind.Around } => BandForecast.Of(context, now),
            { Kind: TargetKind.Growth } => GrowthForecast.Of(context, context.Growth),
            _ => null,
        };
    }
}
