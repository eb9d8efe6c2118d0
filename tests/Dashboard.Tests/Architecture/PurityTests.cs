using System.Reflection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Dashboard.Tests.Architecture;

/// <summary>Calculation and methodology are functions of their arguments: no clock, no waiting, no log, no store.</summary>
public sealed class PurityTests
{
    private const BindingFlags All =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    public static TheoryData<string> PureSpaces => ["Indices.Calculation", "Indices.Methodology", "Indices.Releases"];

    [Theory]
    [MemberData(nameof(PureSpaces))]
    public void PureMember_TakesHoldsAndReturns_NothingOfTheWorld(string space)
    {
        var members = TypesOf(space).SelectMany(MembersOf).ToList();

        Assert.NotEmpty(members);
        Assert.Empty(members.Where(m => Parts(m.Type).Any(IsOfTheWorld)).Select(m => m.Name));
    }

    [Theory]
    [MemberData(nameof(PureSpaces))]
    public void PureType_DependsOn_NoStorage(string space) => Assert.Empty(
        from type in SourceTree.Compiled.Types
        where IsIn(type.Namespace?.FullName, space)
        from dependency in type.Dependencies
        where dependency.Target.Namespace?.FullName is "Indices.Storage" or "System.Data" or "Microsoft.Data.Sqlite" or "Dapper" or "System.Net.Http"
        select $"{type.FullName} -> {dependency.Target.FullName}");

    [Theory]
    [MemberData(nameof(PureSpaces))]
    public void PureType_HasNoStaticStateThatCanChange(string space) => Assert.Empty(
        from type in TypesOf(space)
        from field in type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
        where !field.IsInitOnly && !field.IsLiteral && !field.Name.StartsWith("<>", StringComparison.Ordinal)
        select $"{type.FullName}.{field.Name}");

    [Theory]
    [MemberData(nameof(PureSpaces))]
    public void PureMember_Computes_InDoubles(string space) =>
        Assert.Empty(TypesOf(space).SelectMany(MembersOf).Where(m => Parts(m.Type).Contains(typeof(float))).Select(m => m.Name));

    private static IEnumerable<Type> TypesOf(string space) => SourceTree.Indices.GetTypes()
        .Where(t => IsIn(t.Namespace, space) && !t.Name.StartsWith('<') && t.DeclaringType?.Name.StartsWith('<') is not true && !t.IsInterface);

    private static bool IsIn(string? name, string space) => name == space || name?.StartsWith(space + ".", StringComparison.Ordinal) is true;

    private static IEnumerable<(string Name, Type Type)> MembersOf(Type type) =>
        type.GetMethods(All).SelectMany(m => TypesOf(m).Select(t => ($"{type.FullName}.{m.Name}", t)))
            .Concat(type.GetConstructors(All).SelectMany(c => c.GetParameters().Select(p => ($"{type.FullName}({p.Name})", p.ParameterType))))
            .Concat(type.GetFields(All).Select(f => ($"{type.FullName}.{f.Name}", f.FieldType)));

    private static IEnumerable<Type> TypesOf(MethodInfo method) =>
        method.GetParameters().Select(p => p.ParameterType).Append(method.ReturnType)
            .Concat(method.GetMethodBody()?.LocalVariables.Select(v => v.LocalType) ?? []);

    private static IEnumerable<Type> Parts(Type type) => type.IsGenericType
        ? type.GenericTypeArguments.SelectMany(Parts).Append(type.GetGenericTypeDefinition())
        : type.HasElementType ? Parts(type.GetElementType()!) : [type];

    private static bool IsOfTheWorld(Type type) =>
        typeof(Task).IsAssignableFrom(type) || type == typeof(Task<>) || type == typeof(ValueTask) || type == typeof(ValueTask<>)
        || type == typeof(CancellationToken)
        || typeof(TimeProvider).IsAssignableFrom(type)
        || typeof(ILogger).IsAssignableFrom(type) || type == typeof(ILogger<>)
        || (typeof(Stream).IsAssignableFrom(type) && type != typeof(MemoryStream))
        || (type.IsInterface && type.Assembly == SourceTree.Indices && IsDoor(type));

    /// <summary>An interface of the core that answers asynchronously is a way to a store.</summary>
    private static bool IsDoor(Type type) => type.GetMethods().Any(m => typeof(Task).IsAssignableFrom(m.ReturnType));
}
