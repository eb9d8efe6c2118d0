using Indices.Methodology;
using Indices.Sources;
using Quartz;

namespace Ingest.Schedule;

/// <summary>When sources are fetched.</summary>
internal static class SourceSchedule
{
    /// <summary>The scheduler alone can say whether the words of a schedule mean one.</summary>
    /// <exception cref="MethodologyFileException">A cron of the file means nothing; each fault has its line.</exception>
    internal static void Check(SourceSet sources, DefinitionFile? file)
    {
        var wrong = sources.All.Select(s => s.Cron).OfType<string>().Where(c => !CronExpression.TryParse(c, out _)).ToHashSet();
        if (file is null || wrong.Count == 0)
            return;
        throw new MethodologyFileException(file.FileName,
        [
            .. from line in file.Text.Split('\n').Index()
               from cron in wrong
               where line.Item.Contains(cron, StringComparison.Ordinal)
               select new MethodologyFault(line.Index + 1, $"“cron”的“{cron}”不是有效的计划表达式。", $"'cron': '{cron}' is not a valid schedule."),
        ]);
    }
}
