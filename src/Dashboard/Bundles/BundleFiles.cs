namespace Dashboard.Bundles;

/// <summary>Names of the files in a bundle.</summary>
internal static class BundleFiles
{
    internal const string Readme = "README.txt";
    internal const string Data = "data.csv";
    internal const string Codebook = "codebook.csv";
    internal const string Receipt = "receipt.json";
    internal const string Seal = "seal.txt";
    internal const string Signature = "seal.sig";
    internal const string Key = "key.pem";
    internal const string Check = "verify.sh";
    internal const string Sums = "SHA256SUMS";

    /// <summary>Those that every bundle has, beside the methodology.</summary>
    internal static readonly string[] Always = [Readme, Data, Codebook, Receipt, Seal, Signature, Key, Check, Sums];

    private const string MethodologyFolder = "methodology/";

    internal static string Methodology(string version) => $"{MethodologyFolder}{version}.yaml";

    internal static bool IsMethodology(string name) => name.StartsWith(MethodologyFolder, StringComparison.Ordinal);
}
