using System.Collections.Immutable;
using Dashboard.Sdmx.Structures;

namespace Dashboard.Sdmx.Data;

/// <summary>Which observations are asked for, and what of each. Both versions of the interface come down to this.</summary>
internal sealed record DataQuery(KeyFilter Key, ImmutableArray<ComponentFilter> Filters)
{
    /// <summary>Most observations of one answer: about 20 MB of the widest format.</summary>
    internal const int MostObservations = 100_000;

    internal static DataQuery Everything { get; } = new(KeyFilter.OfVersion2("*", SeriesKey.Length), []);

    /// <summary>Component at observation level; AllDimensions for a flat table.</summary>
    internal string DimensionAtObservation { get; init; } = "TIME_PERIOD";

    /// <summary>Attributes to be told; null for all.</summary>
    internal ImmutableHashSet<string>? Attributes { get; init; }

    internal bool HasMeasure { get; init; } = true;

    /// <summary>False for series without their observations.</summary>
    internal bool HasObservations { get; init; } = true;

    internal int? First { get; init; }

    internal int? Last { get; init; }

    internal int Offset { get; init; }

    internal int? Limit { get; init; }

    /// <summary>Places to sort by, each with its direction.</summary>
    internal ImmutableArray<(int Place, bool Descending)> Sort { get; init; } = [];

    /// <exception cref="SdmxException">Nothing is found, or too much.</exception>
    internal ImmutableArray<DataSet> Run(IEnumerable<DataSet> sets)
    {
        var found = ImmutableArray.CreateBuilder<DataSet>();
        var count = 0;
        foreach (var set in sets)
        {
            var rows = set.Rows.Where(r => Key.Includes(r.Cells) && Filters.All(f => f.Includes(r))).ToImmutableArray();
            rows = Sorted(Ends(rows));
            if (rows.IsEmpty)
                continue;
            count += rows.Length;
            if (count > MostObservations && Limit is null)
                throw SdmxException.TooLarge(MostObservations);
            found.Add(set with { Rows = rows });
        }
        var page = Page(found);
        if (page.IsEmpty)
            throw SdmxException.NoResults();
        return page.Sum(s => s.Rows.Length) > MostObservations ? throw SdmxException.TooLarge(MostObservations) : page;
    }

    /// <summary>The first and the last of each series, where asked for.</summary>
    private ImmutableArray<DataRow> Ends(ImmutableArray<DataRow> rows)
    {
        if (First is null && Last is null)
            return rows;
        var kept = rows.GroupBy(SeriesKey.Of).SelectMany(series =>
        {
            var all = series.OrderBy(r => r.Period.Start).ToArray();
            return all.Where((_, i) => i < First || i >= all.Length - Last);
        }).ToHashSet(ReferenceEqualityComparer.Instance);
        return [.. rows.Where(kept.Contains)];
    }

    private ImmutableArray<DataRow> Sorted(ImmutableArray<DataRow> rows)
    {
        if (Sort.IsEmpty)
            return rows;
        IOrderedEnumerable<DataRow> ordered = rows.Order(Comparer<DataRow>.Create((_, _) => 0));
        foreach (var (place, descending) in Sort)
            ordered = ordered.CreateOrderedEnumerable(r => r.Cells[place], StringComparer.Ordinal, descending);
        return [.. ordered];
    }

    private ImmutableArray<DataSet> Page(IEnumerable<DataSet> sets)
    {
        var (skip, left) = (Offset, Limit ?? int.MaxValue);
        var pages = ImmutableArray.CreateBuilder<DataSet>();
        foreach (var set in sets)
        {
            var rows = set.Rows.Skip(skip).Take(left).ToImmutableArray();
            skip = Math.Max(0, skip - set.Rows.Length);
            left -= rows.Length;
            if (!rows.IsEmpty)
                pages.Add(set with { Rows = rows });
        }
        return pages.ToImmutable();
    }
}

/// <summary>The codes that make a series: all dimensions but time.</summary>
internal readonly record struct SeriesKey(string? Frequency, string? Area, string? Index, string? Node)
{
    internal const int Length = 4;

    internal static SeriesKey Of(DataRow row) => new(row.Cells[0], row.Cells[1], row.Cells[2], row.Cells[3]);
}
