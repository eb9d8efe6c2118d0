using Indices.Methodology;
using Indices.Observations;
using Indices.Time;

namespace Indices.Calculation.Composite;

/// <summary>Which reading of an indicator stands for a period of the index, by the indicator's alignment.</summary>
internal sealed class Availability(Indicator indicator, IndicatorSeries series, Deadlines deadlines)
{
    private bool IsReleaseStep => indicator.Alignment == Alignment.StepRelease;

    internal Standing At(Period period)
    {
        var own = OwnPeriod(indicator, period);
        // The past of a release step is what was known then; all else is judged by what is known now.
        var judgedAt = IsReleaseStep ? deadlines.CutOff(period) : deadlines.AsOf;
        if (Newest(own, judgedAt) is not { } newest)
            return new(StandingKind.NeverObserved, null, ObservationStatus.O, 0, 0);
        var reading = series.At(newest)!.Value;
        var age = own.Since(newest);
        if (age == 0)
            // January of a year-to-date series has a reading, December's, and yet is not observed.
            return reading.Status == ObservationStatus.L
                ? new(StandingKind.Held, reading, ObservationStatus.L, 1, 0)
                : new(StandingKind.Observed, reading, reading.Status, 0, 0);
        var overdue = Overdue(own, newest, judgedAt);
        if (overdue == 0)
            return new(StandingKind.Held, reading, HeldStatus(reading), age, 0);
        return overdue <= indicator.CarryForwardLimit
            ? new(StandingKind.Carried, reading, ObservationStatuses.Worse(ObservationStatus.I, reading.Status), age, overdue)
            : new(StandingKind.ClassMean, null, ObservationStatus.I, age, overdue);
    }

    /// <summary>The indicator's period that a period of the index asks for.</summary>
    internal static Period OwnPeriod(Indicator indicator, Period period)
    {
        if (indicator.Frequency >= period.Frequency)
            return period.Last(indicator.Frequency);
        var around = period.In(indicator.Frequency);
        return indicator.Alignment == Alignment.StepReference || around.End == period.End ? around : around.Plus(-1);
    }

    private Period? Newest(Period own, DateTimeOffset judgedAt)
    {
        if (!IsReleaseStep)
            return series.Newest(own, (_, _) => true);
        // Before the first value reached us, history loaded later counts as known on its due day.
        return series.Newest(own, (_, reading) => reading.Known <= judgedAt)
            ?? series.Newest(own, (period, _) => Deadlines.EndOfDueDay(period, indicator.DueLagDays) <= judgedAt);
    }

    // A year held for its quarters and a period not yet due are estimates; holding is what a release step is.
    private ObservationStatus HeldStatus(Reading reading) =>
        IsReleaseStep ? reading.Status : ObservationStatuses.Worse(reading.Status, ObservationStatus.E);

    private int Overdue(Period own, Period newest, DateTimeOffset judgedAt)
    {
        var due = own;
        while (due > newest && !deadlines.IsDue(due, indicator.DueLagDays, judgedAt))
            due = due.Plus(-1);
        return due.Since(newest);
    }
}
