using System.Collections.Immutable;

namespace Dashboard.Sdmx.Data;

/// <summary>Series keys asked for: any of the slices, each with the codes allowed in each place.</summary>
internal sealed class KeyFilter
{
    /// <summary>Every slice is tried on every row.</summary>
    private const int MostSlices = 1000;

    private static readonly KeyFilter All = new([]);

    private readonly ImmutableArray<ImmutableArray<ImmutableHashSet<string>?>> _slices;

    private KeyFilter(ImmutableArray<ImmutableArray<ImmutableHashSet<string>?>> slices) => _slices = slices;

    /// <summary>Q.330100.A+B. — an empty place is any code, plus is or.</summary>
    /// <exception cref="SdmxException">Another number of places than the structure has.</exception>
    internal static KeyFilter OfVersion1(string key, int dimensions)
    {
        if (key is "all" or "")
            return All;
        var places = key.Split('.');
        if (places.Length != dimensions)
            throw SdmxException.Syntax($"The key has {places.Length} places, the structure has {dimensions}.");
        return new([[.. places.Select(p => p.Length == 0 ? null : p.Split('+').ToImmutableHashSet())]]);
    }

    /// <summary>Q.*.A,M.*.B — a star is any code, a comma parts slices, and what is left out at the end is any code.</summary>
    /// <exception cref="SdmxException">More places than the structure has, or too many slices.</exception>
    internal static KeyFilter OfVersion2(string key, int dimensions)
    {
        if (key is "*" or "")
            return All;
        var slices = key.Split(',').Select(slice => slice.Split('.')).ToArray();
        if (slices.Length > MostSlices)
            throw SdmxException.Syntax($"More than {MostSlices} keys.");
        if (slices.Any(s => s.Length > dimensions))
            throw SdmxException.Syntax($"A key has more than the {dimensions} places of the structure.");
        return new([.. slices.Select(s => s.Select(p => p is "*" or "" ? null : p.Split('+').ToImmutableHashSet()).ToImmutableArray())]);
    }

    internal bool Includes(ImmutableArray<string?> cells)
    {
        if (_slices.IsEmpty)
            return true;
        foreach (var slice in _slices)
            if (Matches(slice, cells))
                return true;
        return false;
    }

    private static bool Matches(ImmutableArray<ImmutableHashSet<string>?> slice, ImmutableArray<string?> cells)
    {
        for (var i = 0; i < slice.Length; i++)
            if (slice[i] is { } codes && !codes.Contains(cells[i]!))
                return false;
        return true;
    }
}
