using System.Globalization;
using System.Text;
using Indices.Releases;
using Indices.Releases.Seals;

namespace Dashboard.Bundles;

/// <param name="File">File of the bundle, with line or byte where that is known.</param>
internal sealed record BundleFault(string File, string Expected, string Found);

/// <summary>Checks a bundle by nothing but itself. Pure.</summary>
internal static class BundleCheck
{
    /// <param name="publicKey">PEM that was had by another way; null to trust the one inside.</param>
    /// <returns>The first thing that is wrong; null when nothing is.</returns>
    internal static BundleFault? First(byte[] bundle, string? publicKey)
    {
        List<(string Name, byte[] Content)> files;
        try
        {
            files = BundleZip.Read(bundle);
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException or ArgumentException or NotSupportedException or OverflowException)
        {
            return new("ZIP", "ZIP", fault.Message);
        }
        return Names(files) ?? Sealed(files.ToDictionary(f => f.Name, f => f.Content), publicKey) ?? Sums(files) ?? Container(files, bundle);
    }

    private static BundleFault? Names(List<(string Name, byte[] Content)> files)
    {
        var names = files.Select(f => f.Name).ToList();
        var missing = BundleFiles.Always.Except(names).FirstOrDefault();
        var other = names.Except(BundleFiles.Always).FirstOrDefault(name => !BundleFiles.IsMethodology(name))
            ?? names.GroupBy(name => name).FirstOrDefault(g => g.Count() > 1)?.Key;
        // A name that was changed is both: one is missing and another is there.
        return (missing, other) == (null, null) ? null : new(missing ?? other!, missing ?? "—", other ?? "—");
    }

    /// <summary>What is signed, and what the signed text names.</summary>
    private static BundleFault? Sealed(Dictionary<string, byte[]> files, string? publicKey)
    {
        var key = Encoding.UTF8.GetString(files[BundleFiles.Key]);
        if (publicKey is not null && Trimmed(publicKey) != Trimmed(key))
            return new(BundleFiles.Key, SealStatement.Sha256(publicKey), SealStatement.Sha256(key));
        var seal = new ReleaseSeal(Encoding.UTF8.GetString(files[BundleFiles.Seal]), Convert.ToBase64String(files[BundleFiles.Signature]));
        if (!seal.IsSignedBy(key))
            return Unsigned(files);
        var statement = SealStatement.Parse(seal.Statement);
        foreach (var name in new[] { BundleFiles.Data, BundleFiles.Receipt })
            if (SealStatement.Sha256(files[name]) is var found && found != statement[name])
                return new(name, statement[name] ?? "—", found);
        var methodologies = files.Where(f => BundleFiles.IsMethodology(f.Key)).ToDictionary(f => f.Key, f => SealStatement.Sha256(f.Value));
        foreach (var (version, sha256) in Receipt.Methodologies(Encoding.UTF8.GetString(files[BundleFiles.Receipt])))
            if (!methodologies.Remove(BundleFiles.Methodology(version), out var found) || found != sha256)
                return new(BundleFiles.Methodology(version), sha256, found ?? "—");
        return methodologies.Keys.FirstOrDefault() is { } other ? new(other, "—", other) : null;
    }

    /// <summary>Text, signature and key do not fit: the one that is not as listed is to blame.</summary>
    private static BundleFault Unsigned(Dictionary<string, byte[]> files)
    {
        var lines = Encoding.UTF8.GetString(files[BundleFiles.Sums]).Split('\n');
        var other = new[] { BundleFiles.Seal, BundleFiles.Signature, BundleFiles.Key }.FirstOrDefault(name => !lines.Contains(Line(name, files[name]))) ?? BundleFiles.Seal;
        return new(other, "ECDSA P-256, SHA-256", SealStatement.Sha256(files[other]));
    }

    private static BundleFault? Sums(List<(string Name, byte[] Content)> files)
    {
        var expected = ReleaseBundle.Sums(files.Where(f => f.Name != BundleFiles.Sums)).Split('\n');
        var found = Encoding.UTF8.GetString(files.Single(f => f.Name == BundleFiles.Sums).Content).Split('\n');
        for (var line = 0; line < Math.Max(expected.Length, found.Length); line++)
            if (expected.ElementAtOrDefault(line) is var right && found.ElementAtOrDefault(line) is var stated && right != stated)
                return new(
                    string.Create(CultureInfo.InvariantCulture, $"{right?.Split("  ").ElementAtOrDefault(1)} / {BundleFiles.Sums}:{line + 1}"), stated ?? "—", right ?? "—");
        return null;
    }

    /// <summary>What is between the files: the same files at the same instant give the same bytes.</summary>
    private static BundleFault? Container(List<(string Name, byte[] Content)> files, byte[] bundle)
    {
        var statement = SealStatement.Parse(Encoding.UTF8.GetString(files.Single(f => f.Name == BundleFiles.Seal).Content));
        var whole = BundleZip.Write(files, DateTimeOffset.Parse(statement["release-at"]!, CultureInfo.InvariantCulture));
        if (whole.AsSpan().SequenceEqual(bundle))
            return null;
        var at = whole.AsSpan().CommonPrefixLength(bundle);
        return new(string.Create(CultureInfo.InvariantCulture, $"ZIP, byte {at}"), Byte(whole, at), Byte(bundle, at));
    }

    private static string Line(string name, byte[] content) => ReleaseBundle.Sums([(name, content)]).TrimEnd('\n');

    private static string Trimmed(string pem) => pem.ReplaceLineEndings("\n").Trim();

    private static string Byte(byte[] bytes, int at) => at < bytes.Length ? bytes[at].ToString("x2", CultureInfo.InvariantCulture) : "—";
}
