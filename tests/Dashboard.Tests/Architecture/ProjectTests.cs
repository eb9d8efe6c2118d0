using System.Text.RegularExpressions;
using Xunit;

namespace Dashboard.Tests.Architecture;

/// <summary>Who may know whom.</summary>
public sealed partial class ProjectTests
{
    /// <summary>The composition of the server and the command line; everything else in the dashboard knows the core alone.</summary>
    private static readonly string[] MayNameIngest = ["Dashboard.DashboardServer", "Dashboard.ServerSettings", "Dashboard.FetchSettings", "Dashboard.AlertSettings", "Dashboard.Program", "Program", "Dashboard.CommandLine."];

    [Theory]
    [InlineData("Indices", "")]
    [InlineData("Ingest", "Indices")]
    [InlineData("Dashboard", "Indices Ingest")]
    public void Project_References_OnlyThoseBelowIt(string project, string expected) =>
        Assert.Equal(expected, string.Join(' ', SourceTree.ReferencesOf(project).Order()));

    [Fact]
    public void Indices_UsesNothingOfTheOthersNorOfTheWeb() => Assert.DoesNotContain(
        SourceTree.Indices.GetReferencedAssemblies(),
        a => a.Name is "Ingest" or "Dashboard" || a.Name!.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) || a.Name.StartsWith("Quartz", StringComparison.Ordinal));

    [Fact]
    public void Ingest_UsesNothingOfTheDashboard() =>
        Assert.DoesNotContain(SourceTree.Ingest.GetReferencedAssemblies(), a => a.Name == "Dashboard");

    [Fact]
    public void Dashboard_NamesIngestOnlyWhereItIsComposed()
    {
        var users = SourceTree.Compiled.Types
            .Where(t => t.Assembly.Name.StartsWith("Dashboard,", StringComparison.Ordinal) || t.Assembly.Name == "Dashboard")
            .Where(t => t.Dependencies.Any(d => d.Target.Namespace?.FullName is { } space && (space == "Ingest" || space.StartsWith("Ingest.", StringComparison.Ordinal))))
            .Select(t => t.FullName).ToList();

        Assert.Contains(users, u => u.StartsWith("Dashboard.DashboardServer", StringComparison.Ordinal));
        Assert.DoesNotContain(users, u => !MayNameIngest.Any(may => u.StartsWith(may, StringComparison.Ordinal)));
    }

    [Fact]
    public void OnlyTheScheduleOfIngest_NamesTheScheduler() => Assert.All(
        SourceTree.Files().Where(file => UsingQuartz().IsMatch(SourceTree.Text(file))),
        file => Assert.True(file.StartsWith("Ingest/Jobs/", StringComparison.Ordinal) || file.StartsWith("Ingest/Schedule/", StringComparison.Ordinal), file));

    [Fact]
    public void TheScheduler_HasAFileOfItsOwnAndNoCluster()
    {
        var registration = SourceTree.Text("Ingest/Schedule/ScheduleRegistration.cs");
        Assert.Contains("\"schedule.db\"", registration, StringComparison.Ordinal);
        Assert.DoesNotContain("statistics.db", registration, StringComparison.Ordinal);
        Assert.All(SourceTree.Files(), file => Assert.DoesNotMatch("UseClustering|EnlistTransaction", SourceTree.Text(file)));
    }

    [Fact]
    public void OnlyStorage_SpeaksSqlToTheStatistics() => Assert.All(
        SourceTree.Files().Where(file => SourceTree.Text(file).Contains("using Dapper", StringComparison.Ordinal)),
        file => Assert.StartsWith("Indices/Storage/", file, StringComparison.Ordinal));

    [Fact]
    public void Namespaces_EqualFolders() => Assert.All(
        SourceTree.Files().Where(file => Path.GetFileName(file) != "Program.cs"),
        file =>
        {
            var said = NamespaceLine().Match(SourceTree.Text(file));
            var folder = Path.GetDirectoryName(file)!.Replace('\\', '/').Replace('/', '.');
            Assert.True(said.Success && said.Groups["name"].Value == folder, $"{file}: {said.Groups["name"].Value}, not {folder}");
        });

    [GeneratedRegex(@"^using Quartz\b", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex UsingQuartz();

    [GeneratedRegex(@"^namespace (?<name>[\w.]+)", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex NamespaceLine();
}
