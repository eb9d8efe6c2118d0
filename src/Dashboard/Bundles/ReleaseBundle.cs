using System.Reflection;
using System.Text;
using Dashboard.PageModels;
using Indices.Methodology;
using Indices.Releases;
using Indices.Releases.Seals;

namespace Dashboard.Bundles;

/// <summary>One published version as a ZIP that proves itself without a network. Equal versions give equal bytes.</summary>
internal static class ReleaseBundle
{
    private static readonly byte[] Script = Resource("verify.sh");

    /// <param name="methodologies">The accepted files of the versions that the receipt names.</param>
    /// <param name="publicKey">PEM.</param>
    internal static byte[] Write(SealedRelease release, IReadOnlyList<DefinitionFile> methodologies, string publicKey)
    {
        List<(string Name, byte[] Content)> files =
        [
            (BundleFiles.Readme, Utf8(BundleReadme.Of(release.Content.Version))),
            (BundleFiles.Data, PublishedTable.Write(release.Content)),
            (BundleFiles.Codebook, Utf8(Codebook.Text)),
            .. methodologies.Select(m => (BundleFiles.Methodology(m.Version), Utf8(m.Text))),
            (BundleFiles.Receipt, Utf8(release.Receipt)),
            (BundleFiles.Seal, Utf8(release.Seal.Statement)),
            (BundleFiles.Signature, Convert.FromBase64String(release.Seal.Signature)),
            (BundleFiles.Key, Utf8(publicKey)),
            (BundleFiles.Check, Script),
        ];
        return BundleZip.Write([.. files, (BundleFiles.Sums, Utf8(Sums(files)))], release.Content.Version.ReleasedAt());
    }

    /// <summary>As <c>sha256sum</c> writes it.</summary>
    internal static string Sums(IEnumerable<(string Name, byte[] Content)> files) =>
        string.Concat(files.Select(f => $"{SealStatement.Sha256(f.Content)}  {f.Name}\n"));

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Resource(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(typeof(ReleaseBundle), name)!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
