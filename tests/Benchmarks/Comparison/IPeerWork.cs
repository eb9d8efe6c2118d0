namespace Benchmarks.Comparison;

/// <summary>A benchmark whose result numpy computes too, from the same numbers.</summary>
public interface IPeerWork
{
    /// <summary>The sum that peer_numpy.py prints, computed by our code outside of any timing; the two are to agree to 1e-9.</summary>
    double Checksum();
}
