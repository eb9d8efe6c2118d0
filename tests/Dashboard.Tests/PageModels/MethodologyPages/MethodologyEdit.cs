using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using System.Text.RegularExpressions;
using Indices.Methodology;
using Indices.Time;

namespace Dashboard.Tests.PageModels.MethodologyPages;

/// <summary>One property of a methodology, changed; the rest of the records stay as they are.</summary>
/// <param name="Path">Way to the property: <c>Root.Children[1].Weight</c>.</param>
internal sealed record MethodologyEdit(string Path, Func<IndexMethodology> Apply)
{
    /// <summary>What names the version itself, and what the reader copies from the index to its root.</summary>
    private static readonly HashSet<string> Identity = ["Code", "Version", "Replaces", "Sha256", "Root.Code", "Root.Name.Chinese", "Root.Name.English", "Root.Weight"];

    internal static IEnumerable<MethodologyEdit> All(IndexMethodology methodology) => Of(methodology, "", changed => (IndexMethodology)changed);

    /// <summary>The same way for any item of a list.</summary>
    internal static string Kind(string path) => Regex.Replace(path, @"\[\d+\]", "[]");

    private static IEnumerable<MethodologyEdit> Of(object record, string path, Func<object, IndexMethodology> rebuild) =>
        record.GetType().GetProperties().Where(p => p.SetMethod is not null).SelectMany(property =>
        {
            var at = path.Length == 0 ? property.Name : $"{path}.{property.Name}";
            return Identity.Contains(at) ? [] : OfValue(property.GetValue(record), property.PropertyType, at, changed => rebuild(With(record, property, changed)));
        });

    private static IEnumerable<MethodologyEdit> OfValue(object? value, Type type, string path, Func<object?, IndexMethodology> rebuild) => value switch
    {
        // An indicator's transform takes a denominator or does not; the reader refuses the rest.
        null when path.EndsWith("Denominator", StringComparison.Ordinal) => [],
        Goalpost goalpost => [new(path, () => rebuild(new Goalpost((goalpost.Number ?? goalpost.BaseMultiple) + 1, null)))],
        IEnumerable list when list.GetType() is { IsGenericType: true } t && t.GetGenericTypeDefinition() == typeof(ImmutableArray<>) => OfList(list, path, rebuild),
        not null when type.IsClass && type != typeof(string) => Of(value, path, rebuild),
        _ => Changed(value, type) is { } changed ? [new(path, () => rebuild(changed))] : [],
    };

    private static IEnumerable<MethodologyEdit> OfList(IEnumerable list, string path, Func<object?, IndexMethodology> rebuild)
    {
        var items = (IList)list;
        var element = list.GetType().GetGenericArguments()[0];
        for (var i = 0; i < items.Count; i++)
        {
            var at = i;
            foreach (var edit in OfValue(items[i], items[i]!.GetType(), $"{path}[{i}]", changed => rebuild(Replaced(items, at, changed!, element))))
                yield return edit;
        }
    }

    private static object Replaced(IList items, int at, object changed, Type element) =>
        typeof(MethodologyEdit).GetMethod(nameof(Set), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(element).Invoke(null, [items, at, changed])!;

    private static ImmutableArray<T> Set<T>(IList items, int at, object changed) => ((ImmutableArray<T>)items).SetItem(at, (T)changed);

    private static object With(object record, PropertyInfo property, object? value)
    {
        var copy = record.GetType().GetMethod("<Clone>$")!.Invoke(record, [])!;
        property.SetValue(copy, value);
        return copy;
    }

    private static object? Changed(object? value, Type type) => (value, Nullable.GetUnderlyingType(type) ?? type) switch
    {
        (_, { } t) when t == typeof(string) => value + "x",
        (_, { } t) when t == typeof(double) => (double)(value ?? 0.0) + 0.125,
        (_, { } t) when t == typeof(int) => (int)(value ?? 0) + 1,
        (bool flag, _) => !flag,
        (Weight, _) => Weight.TryParse("0.123"),
        (Aggregation, _) => new Aggregation(0.37),
        (Period period, _) => period.Plus(1),
        (TimeOnly time, _) => time.AddMinutes(1),
        (Enum now, { } t) => Enum.GetValues(t).Cast<object>().First(other => !other.Equals(now)),
        (null, { IsEnum: true } t) => Enum.GetValues(t).GetValue(0),
        _ => null,
    };
}
