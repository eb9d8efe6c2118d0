namespace Indices.Calculation.Targets;

/// <summary>The total of a flow since the beginning of a year, where the words allow that reading too (methodology, section 16).</summary>
internal static class CumulatedStanding
{
    private const int December = 12;

    /// <summary>Null where there is one reading only, or a year since then has no total.</summary>
    internal static CumulatedReading? Of(TargetContext context)
    {
        if (context.Target.CumulatedSince is not { } since)
            return null;
        var totals = new YearTotals(context.Data);
        if (totals.Newest(context.Deadline) is not { } newest || newest.Year < since.Year)
            return null;
        var sum = 0.0;
        for (var year = since.Year; year <= newest.Year; year++)
        {
            if (totals.At(year, year < newest.Year ? December : newest.End.Month) is not { } total)
                return null;
            sum += total;
        }
        return new(since, newest, sum, 100 * sum / context.Goal, TargetRating.Holds(context.Target, sum));
    }
}
