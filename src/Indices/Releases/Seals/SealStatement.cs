using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Indices.Releases.Seals;

/// <summary>What is signed of a release version: what it is, since when it is public, what it holds by hash, and which release became public before it.</summary>
/// <param name="Fields">Names and values in their order; no value has a line break.</param>
public sealed record SealStatement(ImmutableArray<(string Name, string Value)> Fields)
{
    /// <summary>In place of a hash in the first seal.</summary>
    public static readonly string None = new('0', 64);

    /// <summary>One line a field, <c>name: value</c>, each ended by LF: the signed bytes in UTF-8.</summary>
    public string Text => string.Concat(Fields.Select(f => $"{f.Name}: {f.Value}\n"));

    /// <summary>What the next seal refers to: SHA-256 of the signed bytes.</summary>
    public string Hash => Sha256(Text);

    /// <summary>Null when there is no such field.</summary>
    public string? this[string name] => Fields.Where(f => f.Name == name).Select(f => f.Value).FirstOrDefault();

    /// <param name="sequence">1 for the release that became public first.</param>
    /// <param name="previous">Hash of the seal before.</param>
    /// <param name="publicFrom">The release instant, or the approval where that came later.</param>
    public static SealStatement Of(int sequence, string previous, ReleaseVersion version, DateTimeOffset publicFrom, SealedHashes hashes) => new(
    [
        ("format", "release-seal-1"),
        ("sequence", sequence.ToString(CultureInfo.InvariantCulture)),
        ("previous", previous),
        ("index", version.Index),
        ("period", version.Period.ToString()),
        ("version", version.Number.ToString(CultureInfo.InvariantCulture)),
        ("kind", version.Kind.ToString()),
        ("reason", version.Reason is { } reason ? Line(BilingualText.Both(reason)) : ""),
        ("notice", version.Notice is { } notice ? Line(string.Join(" | ", new[] { notice.Wrong, notice.Since, notice.Changes }.Select(t => $"{t.Chinese} / {t.English}"))) : ""),
        ("methodology", version.MethodologyVersion),
        ("data-cut-off", version.DataVintage.ToString()),
        ("origin", version.Origin.ToString()),
        ("release-at", Instant(version.ReleaseAt!.Value)),
        ("public-from", Instant(publicFrom)),
        ("fingerprint", version.Fingerprint),
        ("data.csv", hashes.Data),
        ("receipt.json", hashes.Receipt),
        ("stored", hashes.Stored),
    ]);

    /// <summary>True when it states these hashes and this instant.</summary>
    /// <param name="publicFrom">As the statement writes instants.</param>
    public bool Seals(string publicFrom, SealedHashes hashes) =>
        (this["public-from"], this["data.csv"], this["receipt.json"], this["stored"]) == (publicFrom, hashes.Data, hashes.Receipt, hashes.Stored);

    /// <exception cref="FormatException">A line is no field.</exception>
    public static SealStatement Parse(string text) => new(
        [.. text.Split('\n')[..^1].Select(line => line.Split(": ", 2) is [var name, var value] ? (name, value) : throw new FormatException(line))]);

    /// <summary>SHA-256 in small hexadecimal digits.</summary>
    public static string Sha256(string text) => Sha256(Encoding.UTF8.GetBytes(text));

    /// <inheritdoc cref="Sha256(string)"/>
    public static string Sha256(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static string Line(string text) => text.ReplaceLineEndings(" ");

    private static string Instant(DateTimeOffset instant) => instant.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
}

/// <param name="Data">SHA-256 of the published table.</param>
/// <param name="Receipt">SHA-256 of the receipt.</param>
/// <param name="Stored">Salted hash of every stored row.</param>
public sealed record SealedHashes(string Data, string Receipt, string Stored);

/// <summary>A statement and its signature.</summary>
/// <param name="Signature">ECDSA over P-256 and SHA-256, DER, in Base64.</param>
public sealed record ReleaseSeal(string Statement, string Signature)
{
    /// <param name="publicKey">PEM.</param>
    public bool IsSignedBy(string publicKey)
    {
        try
        {
            using var key = ECDsa.Create();
            key.ImportFromPem(publicKey);
            return key.VerifyData(
                Encoding.UTF8.GetBytes(Statement), Convert.FromBase64String(Signature), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        }
        catch (Exception fault) when (fault is FormatException or ArgumentException or CryptographicException or PlatformNotSupportedException)
        {
            return false;
        }
    }
}

/// <summary>A published version with all that proves it.</summary>
/// <param name="Receipt">JSON, byte by byte as it was sealed.</param>
public sealed record SealedRelease(ReleaseContent Content, string Receipt, ReleaseSeal Seal);

/// <summary>What the public may see of seals; the same predicate as <see cref="IReleaseReader"/>.</summary>
public interface ISealReader
{
    /// <summary>The public half of the key that signs, PEM. It does not change with releases.</summary>
    string PublicKey { get; }

    /// <param name="period">Null for the newest visible one.</param>
    /// <param name="number">Null for the newest visible version.</param>
    /// <returns>Null when nothing of the kind is visible.</returns>
    Task<SealedRelease?> Find(string index, Time.Period? period, int? number, DateTimeOffset now, CancellationToken cancellation = default);
}
