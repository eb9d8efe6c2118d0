namespace Indices.Calculation.Lab.Robustness;

/// <summary>Turns uniform draws into choices the way COINr's sensitivity analysis does.</summary>
public static class DiscreteSample
{
    /// <summary>
    /// Cuts the sample's own range, not 0 to 1, into equal intervals that hold their upper end; the outermost ends are moved out by a
    /// thousandth of the range.
    /// </summary>
    /// <returns>For each draw the number of its interval, from 0.</returns>
    public static int[] Of(ReadOnlySpan<double> uniforms, int alternatives)
    {
        var (low, high) = Extent.Of(uniforms);
        var spread = high > low ? high - low : Math.Abs(low);
        var choices = new int[uniforms.Length];
        for (var i = 0; i < uniforms.Length; i++)
            while (choices[i] < alternatives - 1 && uniforms[i] > End(choices[i] + 1))
                choices[i]++;
        return choices;

        double End(int interval) => high > low
            ? low + interval * (spread / alternatives)
            // A sample of one value is cut around it.
            : low - spread / 1000.0 + interval * (spread / 500.0 / alternatives);
    }
}
