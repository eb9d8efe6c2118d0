using System.Runtime.CompilerServices;
using Indices.Observations;

namespace Ingest.Sources;

/// <summary>
/// Brings in the files that people and programs drop into the inbox, then moves them to <c>inbox/done</c>. Files whose
/// names begin with a dot or end in <c>.tmp</c>, and files still being written, are left alone.
/// </summary>
public sealed class InboxFolder(FileIngestion ingestion, IngestOptions options, TimeProvider clock)
{
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(2);

    // Hidden takes dot files; links could point anywhere on the machine.
    private static readonly EnumerationOptions Plain = new() { AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint };

    private readonly Lock _lock = new();
    private Dictionary<string, (long Size, DateTime Written)> _lastLook = [];

    /// <summary>Files that are complete, by name: not written to for two seconds, or unchanged since the last look.</summary>
    public IReadOnlyList<string> CompleteFiles()
    {
        Directory.CreateDirectory(options.Inbox);
        var look = new DirectoryInfo(options.Inbox).EnumerateFiles("*", Plain)
            .Where(f => !f.Name.EndsWith(".tmp", StringComparison.OrdinalIgnoreCase))
            .ToDictionary(f => f.FullName, f => (Size: f.Length, Written: f.LastWriteTimeUtc));
        var settledBefore = clock.GetUtcNow().UtcDateTime - Settled;
        lock (_lock)
        {
            var complete = look.Where(f => f.Value.Written <= settledBefore || (_lastLook.TryGetValue(f.Key, out var before) && before == f.Value));
            var paths = complete.Select(f => f.Key).Order(StringComparer.Ordinal).ToList();
            _lastLook = look;
            return paths;
        }
    }

    /// <summary>Brings in every complete file by name; one outcome a file. One that fails stays in the inbox and does not keep back the others.</summary>
    /// <param name="by">Account or job.</param>
    /// <exception cref="AggregateException">What kept files from being brought in, after all others were.</exception>
    public async IAsyncEnumerable<AppendOutcome> Load(string by, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var failures = new List<Exception>();
        foreach (var path in CompleteFiles())
        {
            AppendOutcome outcome;
            try
            {
                outcome = await ingestion.Ingest(path, $"inbox:{Path.GetFileName(path)}", by, Origin.Official, cancellation);
                MoveToDone(path);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                failures.Add(new IOException($"{Path.GetFileName(path)}: {failure.Message}", failure));
                continue;
            }
            yield return outcome;
        }
        if (failures.Count > 0)
            throw new AggregateException(failures);
    }

    private void MoveToDone(string path)
    {
        var done = Directory.CreateDirectory(Path.Combine(options.Inbox, "done")).FullName;
        var (name, extension) = (Path.GetFileNameWithoutExtension(path), Path.GetExtension(path));
        var target = Path.Combine(done, name + extension);
        for (var copy = 2; File.Exists(target); copy++)
            target = Path.Combine(done, $"{name} ({copy}){extension}");
        File.Move(path, target, overwrite: false);
    }
}
