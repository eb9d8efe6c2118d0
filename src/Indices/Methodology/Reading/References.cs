using System.Collections.Immutable;
using Indices.Methodology.Yaml;

namespace Indices.Methodology.Reading;

/// <summary>Checks codes that a file borrows from the catalogue; without a catalogue every code is accepted.</summary>
internal sealed class References(Catalogue? catalogue)
{
    internal ImmutableArray<string> Areas(Section file)
    {
        var areas = file.Texts("areas");
        foreach (var (code, line) in areas)
            if (catalogue is not null && !catalogue.Areas.Any(a => a.Code == code))
                file.Faults.Add(line, $"目录中没有地区“{code}”。", $"Area '{code}' is not in the catalogue.");
        return [.. areas.Select(a => a.Text)];
    }

    internal string Agency(Section section, string key, bool required)
    {
        var code = (required ? section.Text(key) : section.TextOrNull(key)) ?? "";
        if (code.Length > 0 && catalogue is not null && !catalogue.Agencies.Any(a => a.Code == code))
            section.Fault(key, $"目录中没有机构“{code}”。", $"Agency '{code}' is not in the catalogue.");
        return code;
    }

    /// <summary>Needs a catalogue: it alone knows which series hold the rates.</summary>
    internal void Currency(Section section, string code, int line)
    {
        if (catalogue is null)
            section.Faults.Add(line, $"换算货币“{code}”须给出目录。", $"Converting currency '{code}' needs the catalogue.");
        else if (!catalogue.Currencies.Any(c => c.Code == code))
            section.Faults.Add(line, $"目录中没有货币“{code}”。", $"Currency '{code}' is not in the catalogue.");
    }

    internal void Denominator(Section section, string code, int line)
    {
        if (catalogue is not null && !catalogue.Denominators.Any(d => d.Code == code))
            section.Faults.Add(line, $"目录中没有分母“{code}”。", $"Denominator '{code}' is not in the catalogue.");
    }
}
