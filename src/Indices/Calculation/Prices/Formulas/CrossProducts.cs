using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Indices.Calculation.Prices.Formulas;

/// <summary>
/// C[i, j] = Σ_n x[i][n] y[j][n]: what every multilateral formula is made of. Each sum runs over the products in their
/// order. A vector's lanes are neighbouring j, and nothing is summed across them, so that every machine gives the same bits.
/// </summary>
internal static class CrossProducts
{
    private const int Lanes = 4;

    // Four rows by twelve columns of sums stay in registers while a block of products runs past them.
    private const int Rows = 4;
    private const int Columns = 3 * Lanes;
    private const int Block = 256;

    /// <returns>As many rows as <paramref name="x"/> has, as many columns as <paramref name="y"/> has.</returns>
    internal static double[,] Of(double[][] x, double[][] y)
    {
        var products = x[0].Length;
        var (height, width) = (RoundUp(x.Length, Rows), RoundUp(y.Length, Columns));
        var sums = new double[height * width];
        var (left, right) = (new double[Block * height], new double[Block * width]);
        for (var start = 0; start < products; start += Block)
        {
            var length = Math.Min(Block, products - start);
            Interleave(x, start, length, height, left);
            Interleave(y, start, length, width, right);
            for (var i = 0; i < height; i += Rows)
                for (var j = 0; j < width; j += Columns)
                    Add(left, i, height, right, j, width, length, sums);
        }
        return Cut(sums, x.Length, y.Length, width);
    }

    // By product, then row: what is multiplied together lies together. Rows past the last stay 0.
    private static void Interleave(double[][] rows, int start, int length, int width, double[] block)
    {
        for (var r = 0; r < rows.Length; r++)
        {
            var row = rows[r].AsSpan(start, length);
            for (var n = 0; n < row.Length; n++)
                block[n * width + r] = row[n];
        }
    }

    private static void Add(double[] left, int i, int height, double[] right, int j, int width, int length, double[] sums)
    {
        ref var x = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(left), i);
        ref var y = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(right), j);
        ref var c = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(sums), i * width + j);
        var (c00, c01, c02) = Load(ref c, 0);
        var (c10, c11, c12) = Load(ref c, width);
        var (c20, c21, c22) = Load(ref c, 2 * width);
        var (c30, c31, c32) = Load(ref c, 3 * width);
        for (var n = 0; n < length; n++)
        {
            var (y0, y1, y2) = Load(ref y, n * width);
            var x0 = Vector256.Create(Unsafe.Add(ref x, n * height));
            c00 += x0 * y0;
            c01 += x0 * y1;
            c02 += x0 * y2;
            var x1 = Vector256.Create(Unsafe.Add(ref x, n * height + 1));
            c10 += x1 * y0;
            c11 += x1 * y1;
            c12 += x1 * y2;
            var x2 = Vector256.Create(Unsafe.Add(ref x, n * height + 2));
            c20 += x2 * y0;
            c21 += x2 * y1;
            c22 += x2 * y2;
            var x3 = Vector256.Create(Unsafe.Add(ref x, n * height + 3));
            c30 += x3 * y0;
            c31 += x3 * y1;
            c32 += x3 * y2;
        }
        Store(ref c, 0, c00, c01, c02);
        Store(ref c, width, c10, c11, c12);
        Store(ref c, 2 * width, c20, c21, c22);
        Store(ref c, 3 * width, c30, c31, c32);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<double>, Vector256<double>, Vector256<double>) Load(ref double source, int at) => (
        Vector256.LoadUnsafe(ref Unsafe.Add(ref source, at)),
        Vector256.LoadUnsafe(ref Unsafe.Add(ref source, at + Lanes)),
        Vector256.LoadUnsafe(ref Unsafe.Add(ref source, at + 2 * Lanes)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(ref double target, int at, Vector256<double> a, Vector256<double> b, Vector256<double> c)
    {
        a.StoreUnsafe(ref Unsafe.Add(ref target, at));
        b.StoreUnsafe(ref Unsafe.Add(ref target, at + Lanes));
        c.StoreUnsafe(ref Unsafe.Add(ref target, at + 2 * Lanes));
    }

    private static double[,] Cut(double[] sums, int height, int width, int stride)
    {
        var matrix = new double[height, width];
        for (var i = 0; i < height; i++)
            for (var j = 0; j < width; j++)
                matrix[i, j] = sums[i * stride + j];
        return matrix;
    }

    private static int RoundUp(int count, int unit) => (count + unit - 1) / unit * unit;
}
