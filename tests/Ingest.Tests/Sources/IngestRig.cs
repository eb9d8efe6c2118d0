using Indices.Intake;
using Indices.Methodology;
using Indices.Observations;
using Ingest.Archive;
using Ingest.Intake;
using Ingest.Sources;
using Ingest.Validation;
using Microsoft.Extensions.Time.Testing;
using TestSupport;

namespace Ingest.Tests.Sources;

/// <summary>The whole door on a real database and real folders, at noon (Shanghai) on 2 May 2024.</summary>
internal sealed class IngestRig : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ingest-test-").FullName;
    private readonly TemporaryStore _store = new();

    /// <param name="inPartsFrom">Bytes from which a text is read in parts.</param>
    internal IngestRig(bool withDefinitions = true, long inPartsFrom = 8 * 1024 * 1024)
    {
        Options = new IngestOptions(Path.Combine(_folder, "var"), Path.Combine(_folder, "seed"), SeedProfile.Demo) { InPartsFrom = inPartsFrom };
        var archive = new DocumentArchive(Options, Clock);
        var definitions = new DefinitionsInForce(withDefinitions ? SampleDefinitions.All() with { Sources = Sources } : null);
        var reading = new DocumentReading(archive, Intake, new ContentCheck(Intake, Options), Options);
        Files = new FileIngestion(archive, definitions, Reader, _store.Get<IObservationWriter>(), _store.Get<IIntakeWriter>(), reading);
        Desk = new IntakeDesk(archive, reading, definitions, Reader, Intake, _store.Get<IIntakeWriter>(), Clock);
        Inbox = new InboxFolder(Files, Options, Clock);
        Seeds = new SeedFolders(Files, Options);
    }

    /// <summary>The sample's, and one that wants all of a file or nothing.</summary>
    private static Indices.Sources.SourceSet Sources => new([
        .. SampleDefinitions.Sources.All, SampleDefinitions.Sources.All[0] with { Code = "whole", Inbox = "whole*", AllOrNothing = true }]);

    internal FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2024, 5, 2, 4, 0, 0, TimeSpan.Zero));

    internal IngestOptions Options { get; }

    internal FileIngestion Files { get; }

    internal IntakeDesk Desk { get; }

    internal InboxFolder Inbox { get; }

    internal SeedFolders Seeds { get; }

    internal IIntakeReader Intake => _store.Get<IIntakeReader>();

    internal IObservationReader Reader => _store.Get<IObservationReader>();

    /// <summary>Puts a file below the inbox or the seeds, last written so long before now.</summary>
    internal string Put(string folder, string name, string text, double secondsAgo = 60)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        File.SetLastWriteTimeUtc(path, Clock.GetUtcNow().UtcDateTime.AddSeconds(-secondsAgo));
        return path;
    }

    public void Dispose()
    {
        Desk.Dispose();
        _store.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Definitions that need no files of their own.</summary>
    private sealed class DefinitionsInForce(Definitions? definitions) : IDefinitionReader
    {
        public Task<Definitions?> Current(CancellationToken cancellation = default) => Task.FromResult(definitions);

        public Task<DefinitionFile?> MethodologyFile(string code, string version, CancellationToken cancellation = default) =>
            Task.FromResult<DefinitionFile?>(null);
    }
}
