using System.Net;
using Indices.Intake;
using Indices.Methodology;
using Indices.Observations;
using Indices.Provenance;
using Indices.Sources;
using Ingest.Archive;
using Ingest.Sources;
using Ingest.Sources.Http;
using Microsoft.Extensions.DependencyInjection;
using TestSupport;

namespace Ingest.Tests.Sources.Http;

/// <summary>Fetching on a real database, a real archive and real sockets, with limits short enough for tests.</summary>
internal sealed class FetchRig : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("fetch-test-").FullName;
    private readonly TemporaryStore _store = new();
    private readonly ServiceProvider _services;
    private readonly Current _definitions = new();

    internal FetchRig(FetchOptions options, Func<string, CancellationToken, Task<IPAddress[]>>? resolve = null)
    {
        var services = new ServiceCollection()
            .AddSingleton(TimeProvider.System)
            .AddSingleton<IDefinitionReader>(_definitions)
            .AddSingleton(_store.Get<IObservationReader>()).AddSingleton(_store.Get<IObservationWriter>())
            .AddSingleton(_store.Get<ISourceReader>()).AddSingleton(_store.Get<ISourceWriter>())
            .AddSingleton(_store.Get<IIntakeReader>()).AddSingleton(_store.Get<IIntakeWriter>())
            .AddIngestion(new IngestOptions(_folder, _folder, SeedProfile.None) { Fetch = options });
        if (resolve is not null)
            services.AddSingleton(new GuardedConnector(options, resolve));
        _services = services.BuildServiceProvider();
    }

    internal SourceClient Client => _services.GetRequiredService<SourceClient>();

    internal IObservationReader Observations => _store.Get<IObservationReader>();

    internal ISourceReader Log => _store.Get<ISourceReader>();

    /// <summary>Files kept in the archive.</summary>
    internal int Archived => new DirectoryInfo(Path.Combine(_folder, "documents")) is { Exists: true } kept
        ? kept.EnumerateFiles("*", SearchOption.AllDirectories).Count() : 0;

    /// <summary>Limits of a second or less, for servers on the loopback address.</summary>
    internal static FetchOptions Limits(params Uri[] servers) => new()
    {
        Servers = [.. servers],
        PrivateNetworks = [IPNetwork.Parse("127.0.0.1/32")],
        Deadline = TimeSpan.FromSeconds(20),
        Idle = TimeSpan.FromSeconds(10),
        RetryDelay = TimeSpan.FromMilliseconds(1),
        LargestBytes = 100_000,
    };

    internal static Source Source(Uri address, SourceKind kind = SourceKind.Csv) =>
        SampleDefinitions.Sources.Find("service")! with { Address = address, Kind = kind };

    /// <summary>Fetches as the job does.</summary>
    internal Task<AppendOutcome?> Run(Source source, CancellationToken cancellation)
    {
        Define(source);
        return _services.GetRequiredService<SourceFetching>().Run(source.Code, "scheduler", cancellation);
    }

    /// <summary>Puts a source in force.</summary>
    internal void Define(Source source) => _definitions.Value = SampleDefinitions.All() with { Sources = new SourceSet([source]) };

    /// <summary>Registers what a job that fetches asks for.</summary>
    internal void Lend(IServiceCollection services) => services
        .AddSingleton(_services.GetRequiredService<SourceFetching>())
        .AddSingleton<IDefinitionReader>(_definitions)
        .AddSingleton(_store.Get<IScheduleReader>());

    public void Dispose()
    {
        _services.Dispose();
        _store.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private sealed class Current : IDefinitionReader
    {
        internal Definitions? Value { get; set; }

        Task<Definitions?> IDefinitionReader.Current(CancellationToken cancellation) => Task.FromResult(Value);

        public Task<DefinitionFile?> MethodologyFile(string code, string version, CancellationToken cancellation = default) =>
            Task.FromResult<DefinitionFile?>(null);
    }
}
