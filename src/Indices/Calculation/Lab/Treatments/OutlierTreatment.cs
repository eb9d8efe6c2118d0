namespace Indices.Calculation.Lab.Treatments;

/// <summary>What was done to one column, and what its shape was at each step.</summary>
/// <param name="Values">The column to go on with.</param>
/// <param name="AfterWinsorising">Null when the column passed as it was.</param>
/// <param name="AfterLogarithm">Null when no logarithm was taken.</param>
/// <param name="Remark">Why the column was given back untreated although it did not pass; null otherwise.</param>
public sealed record TreatedColumn(
    double[] Values,
    Moments Before,
    bool? PassedBefore,
    Winsorised? Winsorised,
    Moments? AfterWinsorising,
    Moments? AfterLogarithm,
    bool? Passes,
    Warning? Remark);

/// <summary>
/// The two-step treatment of composite indicators (OECD/JRC Handbook, 2008, step 5; COINr's <c>Treat</c>): winsorise up to a
/// limit; if the column fails still, take a logarithm instead. The last step is kept even when it fails too. Works on the
/// raw direction of the data.
/// </summary>
public static class OutlierTreatment
{
    /// <param name="combines">The logarithm is taken of the winsorised column; otherwise of the original one.</param>
    public static TreatedColumn Of(
        ReadOnlySpan<double> values, OutlierRule rule, LogTransform transform = LogTransform.Shifted, bool combines = false)
    {
        var original = values.ToArray();
        var before = Moments.Of(values);
        var passed = rule.Passes(before);
        if (passed is not false)
            return new(original, before, passed, null, null, null, passed, passed is null ? Unjudged : null);
        var winsorised = Winsorisation.Of(values, rule);
        var after = Moments.Of(winsorised.Values);
        if (rule.Passes(after) is not false)
            return Judged(new(winsorised.Values, before, passed, winsorised, after, null, rule.Passes(after), null), original);
        var logged = LogTransforms.Of(combines ? winsorised.Values : original, transform);
        var last = Moments.Of(logged);
        return Judged(new(logged, before, passed, winsorised, after, last, rule.Passes(last), null), original);
    }

    private static Warning Unjudged { get; } = new(
        "数值太少或全部相等，无法判断，未作处理。", "Too few values, or all equal: cannot be judged, left untreated.");

    /// <summary>A treatment that leaves nothing to judge, such as a column of one value, is taken back.</summary>
    private static TreatedColumn Judged(TreatedColumn column, double[] original) =>
        column.Passes is null ? column with { Values = original, Remark = Unjudged } : column;
}
