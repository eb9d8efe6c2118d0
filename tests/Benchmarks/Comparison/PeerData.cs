using System.Runtime.InteropServices;

namespace Benchmarks.Comparison;

/// <summary>Numbers that hand_over.py wrote, so that both sides work on the same ones.</summary>
public static class PeerData
{
    /// <summary>Names the folder; compare.sh sets it.</summary>
    public const string Variable = "PEER_DATA";

    /// <summary>Doubles of a file, little-endian, in file order.</summary>
    public static double[] Read(string name)
    {
        using var file = File.OpenRead(Path.Combine(Folder(), name));
        var values = new double[file.Length / sizeof(double)];
        file.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }

    /// <summary>A tree, level by level from the leaves: parent and weight of every child.</summary>
    public static IReadOnlyList<(int[] Parent, double[] Weight)> ReadTree(string name)
    {
        var numbers = Read(name);
        var levels = new List<(int[], double[])>();
        for (var at = 0; at < numbers.Length;)
        {
            var children = (int)numbers[at];
            at += 2;
            levels.Add(([.. numbers.Skip(at).Take(children).Select(p => (int)p)], [.. numbers.Skip(at + children).Take(children)]));
            at += 2 * children;
        }
        return levels;
    }

    private static string Folder() => Environment.GetEnvironmentVariable(Variable)
        ?? throw new InvalidOperationException($"{Variable} is not set: these benchmarks are run by tests/Benchmarks/compare.sh.");
}
