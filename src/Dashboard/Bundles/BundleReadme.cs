using System.Globalization;
using Indices.Releases;

namespace Dashboard.Bundles;

/// <summary>What a reader of a bundle needs to know, in both languages.</summary>
internal static class BundleReadme
{
    internal static string Of(ReleaseVersion version)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{version.Index} {version.Period} v{version.Number}");
        return $"""
            {name}
            {DashboardUrls.IndexVersion(version.Index, version.Period, version.Number)}

            data.csv        已发布的整个序列，一行一期一节点，UTF-8。 The whole published series, one row a period and node, UTF-8.
            codebook.csv    各列和状态代码的含义。 What columns and status letters mean.
            methodology/    计算所用的方法文件。 The methodology files that it was calculated with.
            receipt.json    每个数值所用的序列、时期、知晓时间和原始文件的散列值，以及参数。
                            Series, period, vintage and document hash of every input, and the parameters.
            seal.txt        封印：内容的散列值、首次公开时间和上一次公开的发布。
                            The seal: hashes of the content, since when it is public, and the release that became public before.
            seal.sig        seal.txt 的签名（ECDSA P-256，SHA-256，DER）。 Signature of seal.txt.
            key.pem         公钥，与网站 /releases/key.pem 相同。 The public key, as at /releases/key.pem.
            verify.sh       不联网的核对：sh verify.sh。 The check, without a network.

            {(version.Origin == Indices.Observations.Origin.Synthetic ? "演示数据，不是真实统计。 Demonstration data, no real statistics.\n\n" : "")}表格软件会当作公式的文字前有一个撇号。 Text that a spreadsheet would take for a formula has an apostrophe in front.

            """;
    }
}
