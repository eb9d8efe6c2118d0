using System.Globalization;
using Indices.Alerts;
using Indices.Provenance;
using Indices.Releases;
using Indices.Sources.Health;
using Indices.Time;

namespace Ingest.Alerts;

/// <summary>What staff must know of right now. Pure.</summary>
internal static class AlertCauses
{
    private const int Named = 5;

    /// <summary>Sources that fail or are late.</summary>
    internal static IEnumerable<AlertCause> Of(SourceState state)
    {
        var (name, english) = (state.Source.Name.Chinese, state.Source.Name.English ?? state.Source.Code);
        if (state.Condition == SourceCondition.Failing)
            yield return new AlertCause($"source-failing:{state.Source.Code}",
                $"抓取失败：{name}。{state.LastFetch!.FailureChinese}", $"Fetching failed: {english}. {state.LastFetch.FailureEnglish}");
        var late = state.Source.IsEnabled ? state.Series.Where(s => s.PeriodsLate > 0).ToList() : [];
        if (late.Count == 0)
            yield break;
        var more = late.Count > Named ? string.Create(CultureInfo.InvariantCulture, $" … ({late.Count})") : "";
        var contact = state.Source.Contact is { } whom ? $" {whom}" : "";
        yield return new AlertCause($"source-late:{state.Source.Code}",
            $"迟报：{name}——{string.Join('、', late.Take(Named).Select(s => $"{s.Name.Chinese} {s.Awaited}"))}{more}。{contact}{Endangered(state, false)}",
            $"Late: {english}: {string.Join(", ", late.Take(Named).Select(s => $"{s.Name.In(true)} {s.Awaited}"))}{more}.{contact}{Endangered(state, true)}");
    }

    /// <summary>Jobs whose newest run failed; fetches are told by their sources.</summary>
    /// <param name="runs">Newest first.</param>
    internal static IEnumerable<AlertCause> Of(IEnumerable<JobRun> runs) => runs
        .Where(r => r.Outcome != JobOutcome.Running)
        .GroupBy(r => r.Job).Select(g => g.First())
        .Where(r => r.Outcome == JobOutcome.Failed)
        .Select(r => new AlertCause($"job-failed:{r.Job}", $"作业失败：{r.Job}。{r.Error}", $"Job failed: {r.Job}. {r.Error}"));

    /// <summary>Candidates that wait for a reviewer.</summary>
    internal static AlertCause Of(ReleaseVersion candidate) => new(
        string.Create(CultureInfo.InvariantCulture, $"approval-needed:{candidate.Id}"),
        $"待审核：{candidate.Index} {candidate.Period} 第 {candidate.Number} 版。", $"Approval needed: {candidate.Index} {candidate.Period}, version {candidate.Number}.");

    private static string Endangered(SourceState state, bool english)
    {
        if (state.Endangered.IsEmpty)
            return "";
        var releases = string.Join(english ? ", " : "、", state.Endangered.Take(Named).Select(r => $"{r.Name.In(english)} {r.Period} ({AlertText.Instant(r.At)})"));
        return english ? $" Endangers: {releases}." : $" 影响发布：{releases}。";
    }
}
