using Indices.Methodology.Yaml;

namespace Indices.Methodology.Reading;

/// <summary>Codes of one file, each allowed once.</summary>
internal sealed class Codes(Faults faults, Dictionary<string, int> lines)
{
    internal void Add(string code, int line)
    {
        if (code.Length > 0 && !lines.TryAdd(code, line))
            faults.Add(line, $"代码“{code}”重复，第 {lines[code]} 行已有。", $"Code '{code}' is used twice; line {lines[code]} has it already.");
    }
}
