using System.Reflection;
using System.Xml.Linq;
using Indices.Calculation;
using TestSupport;
using Xunit;

namespace Dashboard.Tests.Architecture;

/// <summary>Which project may know which, and what calculation may touch (docs: design of the rooms).</summary>
public sealed class HouseRulesTests
{
    private const BindingFlags All =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    [Theory]
    [InlineData("Indices")]
    [InlineData("Ingest", "Indices")]
    [InlineData("Dashboard", "Indices", "Ingest")]
    public void Project_References_OnlyWhatItMayKnow(string project, params string[] allowed)
    {
        var references = XDocument.Load(RepositoryRoot.File("src", project, project + ".csproj"))
            .Descendants("ProjectReference").Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value));
        Assert.Equal(allowed, references.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Ingest_IsNamed_OnlyWhereTheProgramIsComposed()
    {
        var root = RepositoryRoot.File("src", "Dashboard");
        var naming = Directory.EnumerateFiles(root, "*.*", SearchOption.AllDirectories)
            .Where(f => f.EndsWith(".cs", StringComparison.Ordinal) || f.EndsWith(".razor", StringComparison.Ordinal))
            .Select(f => (Name: Path.GetRelativePath(root, f), Text: File.ReadAllText(f)))
            .Where(f => !f.Name.StartsWith("obj", StringComparison.Ordinal) && !f.Name.StartsWith("bin", StringComparison.Ordinal))
            .Where(f => f.Text.Contains("using Ingest", StringComparison.Ordinal))
            .Select(f => f.Name)
            .Where(name => name is not ("DashboardServer.cs" or "ServerSettings.cs") && !name.StartsWith("CommandLine", StringComparison.Ordinal));
        Assert.Empty(naming);
    }

    [Fact]
    public void Calculation_Members_KnowNoTaskClockTokenOrStore()
    {
        var impure = typeof(IndexCalculator).Assembly.GetTypes()
            .Where(t => t.Namespace?.StartsWith("Indices.Calculation", StringComparison.Ordinal) == true)
            .SelectMany(t => Touched(t).Where(IsImpure).Select(used => $"{t.FullName} → {used.FullName}"));
        Assert.Empty(impure.Distinct());
    }

    private static IEnumerable<Type> Touched(Type type) =>
        type.GetFields(All).Select(f => f.FieldType)
            .Concat(type.GetConstructors(All).SelectMany(c => c.GetParameters()).Select(p => p.ParameterType))
            .Concat(type.GetMethods(All).SelectMany(Touched));

    private static IEnumerable<Type> Touched(MethodInfo method) =>
        method.GetParameters().Select(p => p.ParameterType).Append(method.ReturnType)
            .Concat(method.GetMethodBody()?.LocalVariables.Select(v => v.LocalType) ?? []);

    private static bool IsImpure(Type type) =>
        typeof(Task).IsAssignableFrom(type)
        || type == typeof(CancellationToken)
        || type == typeof(TimeProvider)
        || typeof(Stream).IsAssignableFrom(type)
        || type.Namespace?.StartsWith("Indices.Storage", StringComparison.Ordinal) == true;
}
