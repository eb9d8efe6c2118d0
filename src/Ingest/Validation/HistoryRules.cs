using System.Globalization;
using Indices.Observations;
using Indices.Time;
using Ingest.Sources;
using Ingest.Sources.Csv;

namespace Ingest.Validation;

/// <summary>What is unusual about the rows of one series, seen against its history: rows that may be right, but that somebody should look at.</summary>
/// <remarks>A series without a history is held against its own other rows in the file.</remarks>
internal sealed class HistoryRules(StoredHistory stored)
{
    /// <summary>Robust deviations from which a change is a jump.</summary>
    private const double Jump = 8;

    /// <summary>A power of ten explains a value when it is this unusual before, and this usual after division.</summary>
    private const double SlipBefore = 5;
    private const double SlipAfter = 3;

    /// <summary>How near a power of ten a plain ratio must be.</summary>
    private const double NearPower = 0.02;

    /// <summary>Least relative size, in logarithms, of a revision worth a question.</summary>
    private const double LargeRevision = 0.15;

    private const int FewestShifted = 3;
    private const double LeastShift = 0.02;

    private static readonly int[] Powers = [4, -4, 3, -3, 8, -8, 2, -2, 6, -6];

    /// <summary>The findings of one series at one frequency.</summary>
    /// <param name="rows">By period, then by vintage.</param>
    internal IEnumerable<RowFault> Findings(SeriesId series, IReadOnlyList<NewObservation> rows)
    {
        var frequency = rows[0].Period.Frequency;
        var known = stored.Newest(series, frequency).ToList();
        var path = new SeriesPath(known.Count > 0 ? known : Own(rows), known, series.Measure);
        var usualRevision = Spread.Of(stored.Revisions(series, frequency), LargeRevision / Jump, LargeRevision / Jump);
        var revised = new List<(NewObservation Row, double Size)>();
        var findings = new List<RowFault>();
        var told = known.Count > 0 ? known[^1].Key : (Period?)null;
        foreach (var row in rows)
        {
            if (row.Status == ObservationStatus.B)
                findings.Add(Break(row));
            if (GapBefore(row, told, series.Measure) is { } gap)
                findings.Add(gap);
            told = told is { } last && last > row.Period ? last : row.Period;
            if (row.ValueText is null || row.Bound != Bound.None)
                continue;
            var value = NumberText.ValueOf(row.ValueText);
            var before = path.At(row.Period);
            var finding = before is { } old ? Revision(row, old, value, usualRevision) : Change(row, value, path);
            if (before > 0 && value > 0)
                revised.Add((row, Math.Log(value / before.Value)));
            if (finding is not null)
                findings.Add(finding);
            else
                path.Add(row.Period, value);
        }
        return Shifted(revised) is { } shift ? findings.Where(f => f.Code != FindingCodes.LargeRevision).Concat(shift) : findings;
    }

    private static IEnumerable<KeyValuePair<Period, double>> Own(IReadOnlyList<NewObservation> rows) => rows
        .Where(r => r is { ValueText: not null, Bound: Bound.None })
        .GroupBy(r => r.Period)
        .Select(g => KeyValuePair.Create(g.Key, NumberText.ValueOf(g.Last().ValueText!)));

    private static RowFault? Change(NewObservation row, double value, SeriesPath path)
    {
        if (path.Neighbour(row.Period) is not { } neighbour)
            return null;
        if (PowerBetween(neighbour.Value, value) is { } plain)
            return Slip(row, neighbour.Key, neighbour.Value, plain);
        if (path.Deviations(row.Period, value) is not { } unusual || Math.Abs(unusual) <= SlipBefore)
            return null;
        foreach (var power in Powers)
            if (path.IsPositive && path.Deviations(row.Period, value / Math.Pow(10, power)) is { } left && Math.Abs(left) <= SlipAfter)
                return Slip(row, neighbour.Key, neighbour.Value, power);
        return Math.Abs(unusual) <= Jump ? null : Warn(row, FindingCodes.Jump,
            $"比{neighbour.Key}的{Shown(neighbour.Value)}变动过大：为该序列通常变动的{Math.Abs(unusual):0}倍标准差（稳健）。",
            $"An unusual change from {Shown(neighbour.Value)} in {neighbour.Key}: {Math.Abs(unusual):0} robust deviations from what the series usually does.");
    }

    private static RowFault? Revision(NewObservation row, double old, double value, Spread usual)
    {
        if (PowerBetween(old, value) is { } power)
            return Slip(row, row.Period, old, power);
        var isLarge = old > 0 && value > 0
            ? Math.Abs(Math.Log(value / old)) is var size && size > LargeRevision && Math.Abs(usual.Deviations(Math.Log(value / old), 1)) > Jump
            : Math.Abs(value - old) > Math.Abs(old);
        return isLarge ? Warn(row, FindingCodes.LargeRevision,
            $"修订幅度过大：原为{Shown(old)}，改为{Shown(value)}（{Percent(old, value)}）。",
            $"A large revision: {Shown(old)} becomes {Shown(value)} ({Percent(old, value)}).") : null;
    }

    private static List<RowFault>? Shifted(List<(NewObservation Row, double Size)> revised)
    {
        var periods = revised.Where(r => Math.Abs(r.Size) > LeastShift).ToList();
        if (periods.Select(r => r.Row.Period).Distinct().Count() < FewestShifted)
            return null;
        var (least, most) = (periods.Min(r => r.Size), periods.Max(r => r.Size));
        if (most - least > Math.Abs(most + least) / 2 * 0.1)
            return null;
        var factor = Math.Exp((most + least) / 2).ToString("0.####", CultureInfo.InvariantCulture);
        return [.. periods.Select(r => Warn(r.Row, FindingCodes.LevelShift,
            $"{periods.Count}期同乘约{factor}：可能换了基数、口径或单位。",
            $"{periods.Count} periods are revised by one factor of about {factor}: a new base, scope or unit?"))];
    }

    private static RowFault? GapBefore(NewObservation row, Period? told, string measure)
    {
        if (told is not { } last || row.Period <= last || row.Period.Since(last) <= 1)
            return null;
        // January is not published on its own: its place is taken by the merged period, or by a year-to-date February.
        var first = Period.Of(last.Frequency, last.Year, last.Part).Plus(1);
        var withoutJanuary = row.Period.IsMergedJanuaryFebruary || measure == Measures.YearToDate;
        var missing = Between(first, row.Period).Where(p => !(withoutJanuary && p is { Frequency: Frequency.Monthly, Part: 1 } && p.Year == row.Period.Year)).ToList();
        if (missing.Count == 0)
            return null;
        var named = string.Join("、", missing.Take(3)) + (missing.Count > 3 ? "…" : "");
        return new RowFault(row.Row, ObservationColumns.Period, row.Period.ToString(),
            $"此前缺{missing.Count}期（{named}），留空，不作0。", $"{missing.Count} periods before it have no value ({named}); they stay empty, not 0.")
        {
            Kind = FindingKind.Notice, Code = FindingCodes.Gap,
        };
    }

    private static IEnumerable<Period> Between(Period first, Period end)
    {
        for (var period = first; period.Since(end) < 0; period = period.Plus(1))
            yield return period;
    }

    private static RowFault Break(NewObservation row) => Warn(row, FindingCodes.Break,
        "来源注明序列中断（状态B）：前后不可直接比较。", "The source marks a break (status B): values before and after do not compare.");

    private static RowFault Slip(NewObservation row, Period period, double reference, int power)
    {
        var (chinese, english) = Math.Abs(power) switch
        {
            4 => ("万元/亿元？", "万 (ten thousand) and 亿 (hundred million) mixed up?"),
            3 => ("千？", "thousands?"),
            8 => ("元/亿元？", "元 and 亿元 mixed up?"),
            2 => ("百分数与小数？", "percent and fraction mixed up?"),
            _ => ("单位？", "another unit?"),
        };
        var factor = power > 0 ? $"10^{power}" : $"10^({power})";
        return Warn(row, FindingCodes.UnitSlip,
            $"约为{period}的{Shown(reference)}的{factor}倍，疑似单位有误：{chinese}",
            $"About {factor} times {Shown(reference)} in {period}, probably a unit: {english}");
    }

    /// <summary>The power of ten that lies between two values, from a hundredfold on; null when none does.</summary>
    private static int? PowerBetween(double from, double to)
    {
        var ratio = to / from;
        if (!(ratio > 0) || double.IsInfinity(ratio))
            return null;
        var power = (int)Math.Round(Math.Log10(ratio), MidpointRounding.AwayFromZero);
        return Math.Abs(power) >= 2 && Math.Abs(ratio / Math.Pow(10, power) - 1) <= NearPower ? power : null;
    }

    private static RowFault Warn(NewObservation row, string code, string chinese, string english) =>
        new(row.Row, ObservationColumns.Value, row.ValueText ?? "", chinese, english) { Kind = FindingKind.Warning, Code = code };

    private static string Shown(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static string Percent(double old, double value) =>
        old == 0 ? "–" : ((value / old - 1) * 100).ToString("+0.#;-0.#", CultureInfo.InvariantCulture) + "%";
}
