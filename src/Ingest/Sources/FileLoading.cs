using Indices.Observations;

namespace Ingest.Sources;

/// <summary>Takes the seeds of the profile and what lies in the inbox through the one door, in name order.</summary>
internal sealed class FileLoading(InboxFolder inbox, SeedFolders seeds)
{
    private const string By = "scheduler";

    /// <param name="progress">Told after each file that was new.</param>
    internal async Task<LoadedFiles> Run(bool withSeeds, Func<string, Task> progress, CancellationToken cancellation)
    {
        var loaded = LoadedFiles.None;
        try
        {
            if (withSeeds)
                await foreach (var outcome in seeds.Load(By, cancellation))
                    await Count(outcome);
            await foreach (var outcome in inbox.Load(By, cancellation))
                await Count(outcome);
        }
        catch (AggregateException failures)
        {
            // The files that did come in are to be calculated with all the same.
            return loaded with { Failure = failures };
        }
        return loaded;

        async Task Count(AppendOutcome outcome)
        {
            if (outcome.Known)
                return;
            loaded = loaded.Plus(outcome);
            await progress(loaded.Counts);
        }
    }
}

/// <summary>What a run brought in.</summary>
/// <param name="Failure">Why some files could not be brought in; null when all could.</param>
internal sealed record LoadedFiles(int Files, int Added, int Revised, int Deals, int Refused, Exception? Failure)
{
    internal static LoadedFiles None { get; } = new(0, 0, 0, 0, 0, null);

    internal bool ChangedValues => Added + Revised + Deals > 0;

    internal string Counts => FormattableString.Invariant(
        $"{Files} 个文件 files · {Added} 新增 added · {Revised} 修订 revised · {Deals} 交易 deals · {Refused} 拒收 refused");

    internal LoadedFiles Plus(AppendOutcome outcome) => this with
    {
        Files = Files + 1,
        Added = Added + outcome.Added,
        Revised = Revised + outcome.Revised,
        Deals = Deals + outcome.Deals,
        Refused = Refused + outcome.Refused,
    };
}
