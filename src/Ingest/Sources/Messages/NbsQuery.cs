using System.Text.Json;
using System.Text.RegularExpressions;
using Indices.Sources;

namespace Ingest.Sources.Messages;

/// <summary>
/// Reads an answer of the query interface of the National Bureau of Statistics: <c>returndata</c> with <c>datanodes</c>, each
/// naming its indicator (<c>zb</c>), period (<c>sj</c>) and, where there is one, region (<c>reg</c>); <c>wdnodes</c> hold units. Pure and total.
/// </summary>
public static partial class NbsQuery
{
    public static FileContent Read(byte[] bytes, FileContext context) => JsonMessage.Read(bytes, root =>
    {
        if (root.Member("returncode").Text() is var code and not "200")
            return FileContent.Refuse(new RowFault(1, "returncode", code, "查询没有成功。", "The query did not succeed."));
        if (root.At("/returndata/datanodes") is not { ValueKind: JsonValueKind.Array } nodes)
            return JsonMessage.Misshapen("/returndata/datanodes");
        var units = Units(root);
        var rows = new MessageRows(context);
        foreach (var (index, node) in nodes.EnumerateArray().Index())
            Add(rows, context.Source!, index + 1, node, units);
        return rows.Content();
    });

    private static void Add(MessageRows rows, Source source, int row, JsonElement node, Dictionary<string, string> units)
    {
        var codes = node.Member("wds").Items().DistinctBy(w => w.Member("wdcode").Text()).ToDictionary(w => w.Member("wdcode").Text(), w => w.Member("valuecode").Text());
        var indicator = codes.GetValueOrDefault("zb", "");
        if (node.At("/data/hasdata") is { ValueKind: JsonValueKind.False })
            return;
        foreach (var series in source.Series.Where(s => s.Label == indicator && s.Key.All(k => codes.GetValueOrDefault(k.Key) == k.Value)))
            rows.Add(series, new MessageValue(
                row, new MessageField("sj", Period(codes.GetValueOrDefault("sj", ""))), new MessageField("strdata", Value(node)), MessageField.None,
                units.GetValueOrDefault(indicator, "")));
    }

    // The text has the digits that were published; the number may have more.
    private static string Value(JsonElement node) =>
        node.At("/data/strdata").Text() is { Length: > 0 } printed ? printed : node.At("/data/data").Text();

    private static Dictionary<string, string> Units(JsonElement root) => root.At("/returndata/wdnodes").Items()
        .Where(w => w.Member("wdcode").Text() == "zb")
        .SelectMany(w => w.Member("nodes").Items())
        .DistinctBy(n => n.Member("code").Text())
        .ToDictionary(n => n.Member("code").Text(), n => n.Member("unit").Text());

    /// <summary>2024A to 2024D are quarters; 2024 and 202409 are read like everywhere.</summary>
    private static string Period(string code) => Quarter().Match(code) is { Success: true } quarter
        ? $"{quarter.Groups[1].Value}-Q{quarter.Groups[2].Value[0] - 'A' + 1}" : code;

    [GeneratedRegex(@"\A([0-9]{4})([A-D])\z", RegexOptions.CultureInvariant)]
    private static partial Regex Quarter();
}
