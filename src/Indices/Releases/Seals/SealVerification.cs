using Indices.Time;

namespace Indices.Releases.Seals;

/// <param name="Releases">Approved versions that were looked at.</param>
/// <param name="Fault">The first thing that is wrong; null when nothing is.</param>
public sealed record SealVerification(int Releases, SealFault? Fault);

/// <param name="Place">Table and row.</param>
/// <param name="Release">The version that it belongs to; empty when it belongs to none.</param>
/// <param name="What">Chinese and English.</param>
/// <param name="Expected">As it was sealed.</param>
/// <param name="Found">As it is.</param>
public sealed record SealFault(string Place, string Release, (string Chinese, string English) What, string Expected, string Found);

/// <summary>Holds what is stored against the seals.</summary>
public interface ISealVerifier
{
    /// <summary>The seals one by one and as a chain, and every row of the releases that they seal, published or not.</summary>
    /// <param name="index">Null for all releases.</param>
    /// <param name="number">Null for all versions of the period.</param>
    Task<SealVerification> Verify(string? index = null, Period? period = null, int? number = null, CancellationToken cancellation = default);
}
