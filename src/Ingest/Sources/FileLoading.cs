using Indices.Observations;

namespace Ingest.Sources;

/// <summary>Takes the seeds of the profile and what lies in the inbox through the one door, in name order.</summary>
internal sealed class FileLoading(FileIngestion ingestion, InboxFolder inbox, SeedFolders seeds)
{
    /// <param name="progress">Told after each file.</param>
    internal async Task<LoadedFiles> Run(bool withSeeds, Func<string, Task> progress, CancellationToken cancellation)
    {
        var loaded = new LoadedFiles(0, 0, 0, 0, 0);
        if (withSeeds)
            await foreach (var outcome in seeds.Load(ingestion, cancellation))
                await Count(outcome);
        await foreach (var outcome in inbox.Load(ingestion, cancellation))
            await Count(outcome);
        return loaded;

        async Task Count(AppendOutcome outcome)
        {
            if (outcome.Known)
                return;
            loaded = loaded.Plus(outcome);
            await progress(loaded.ToString());
        }
    }
}

/// <summary>What a run brought in.</summary>
internal sealed record LoadedFiles(int Files, int Added, int Revised, int Deals, int Refused)
{
    internal bool ChangedValues => Added + Revised + Deals > 0;

    internal LoadedFiles Plus(AppendOutcome outcome) => new(
        Files + 1, Added + outcome.Added, Revised + outcome.Revised, Deals + outcome.Deals, Refused + outcome.Refused);

    public override string ToString() => FormattableString.Invariant(
        $"{Files} 个文件 files · {Added} 新增 added · {Revised} 修订 revised · {Deals} 交易 deals · {Refused} 拒收 refused");
}
