using System.Collections.Frozen;

namespace Indices.Calculation.Prices.Formulas;

/// <summary>How a window's newest period is joined to the series before it (Consumer Price Index Manual 2020, chapter 10; Chessa 2021).</summary>
public enum Splice
{
    /// <summary>Geometric mean over all periods that the windows share, on the window before (Ivancic, Diewert and Fox 2011; Diewert and Fox 2020).</summary>
    Mean,
    /// <summary>First shared period, on the window before (Krsinich 2016).</summary>
    Window,
    /// <summary>Last shared period.</summary>
    Movement,
    /// <summary>Middle of the window, on the window before (de Haan 2015).</summary>
    Half,
    /// <summary>First shared period, on the published series.</summary>
    Wisp,
    /// <summary>Middle of the window, on the published series.</summary>
    Hasp,
    /// <summary>Geometric mean, on the published series.</summary>
    MeanPub,
    /// <summary>A fixed base every window − 1 periods, with a window that grows from it (Chessa 2016).</summary>
    Fbew,
    /// <summary>The same base, with a window that moves (Lamboray 2017).</summary>
    Fbmw,
}

/// <summary>The ways of splicing, by name.</summary>
public static class Splices
{
    /// <summary>Names as written on the command line.</summary>
    public static FrozenDictionary<string, Splice> ByName { get; } = new Dictionary<string, Splice>
    {
        ["mean"] = Splice.Mean, ["window"] = Splice.Window, ["movement"] = Splice.Movement, ["half"] = Splice.Half, ["wisp"] = Splice.Wisp,
        ["hasp"] = Splice.Hasp, ["mean_pub"] = Splice.MeanPub, ["fbew"] = Splice.Fbew, ["fbmw"] = Splice.Fbmw,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
}
