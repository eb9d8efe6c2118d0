using Ingest.Jobs;
using TestSupport;
using Xunit;

namespace Ingest.Tests.Recalculation;

/// <summary>The whole demonstration, released once for all tests that read it.</summary>
[CollectionDefinition(nameof(ReleasedDemo))]
public sealed class ReleasedDemo : IAsyncLifetime, ICollectionFixture<ReleasedDemo>
{
    internal ReleaseDesk Desk { get; } = new(SeedDefinitions.All);

    internal JobReport FirstRun { get; private set; } = JobReport.Unchanged;

    public async ValueTask InitializeAsync()
    {
        await Desk.AppendDemo();
        FirstRun = await Desk.ReleaseHistory();
    }

    public ValueTask DisposeAsync()
    {
        Desk.Dispose();
        return ValueTask.CompletedTask;
    }
}
