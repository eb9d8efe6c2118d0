using Indices.Methodology;

namespace Indices.Calculation.Targets;

/// <summary>Where a flow stands inside its year, by the shares of the years before.</summary>
internal static class InYearStanding
{
    private const int December = 12;

    /// <summary>Null for other targets, at the end of a year, and while no past year tells a share.</summary>
    internal static InYearPath? Of(TargetContext context, RequiredLine line)
    {
        if (context.Target is not { IsStock: false, Kind: TargetKind.Level or TargetKind.Count, Unit: not "%" })
            return null;
        var totals = new YearTotals(context.Data);
        if (totals.Newest(context.Deadline) is not { End.Month: < December } period || totals.At(period.Year, period.End.Month) is not { } sofar)
            return null;
        var shares = Enumerable.Range(1, context.Rules.ShareYears)
            .Select(back => totals.At(period.Year - back, period.End.Month) / totals.At(period.Year - back, December))
            .OfType<double>().Where(share => share > 0 && double.IsFinite(share)).ToList();
        if (shares.Count == 0)
            return null;
        var share = shares.Sum() / shares.Count;
        var path = line.At(period.Year) * share;
        return new(period, sofar, share, shares.Count, sofar / share, path, line.Ratio(sofar, path));
    }
}
