using System.Collections.Immutable;
using Indices.Methodology.Reading;
using Indices.Methodology.Yaml;

namespace Indices.Methodology;

/// <summary>Reads the catalogue: areas, agencies, denominators and the order of the indices (docs/methodology-format.md).</summary>
public static class CatalogueFile
{
    /// <exception cref="MethodologyFileException">The file is refused, with all its faults.</exception>
    public static Catalogue Parse(string fileName, string text)
    {
        var faults = new Faults(fileName);
        var catalogue = Read(text, faults);
        faults.ThrowIfAny();
        return catalogue!;
    }

    internal static Catalogue? Read(string text, Faults faults) => Section.OfFile(text, faults, file =>
    {
        file.Recorded("schema", "notes");
        var areas = ReadAreas(file);
        // Agencies and areas have name spaces of their own; denominators are series like any indicator.
        var agencies = new Codes(faults, []);
        var denominators = new Codes(faults, []);
        var currencies = new Codes(faults, []);
        var catalogue = new Catalogue(
            areas,
            file.Each("agencies", s => new Agency(Code(s, agencies), Name(s))),
            file.Each("denominators", s => new Denominator(
                Code(s, denominators), Name(s), s.Text("unit"), s.Value("freq", Kind.Frequency), s.Value("interpolate", Kind.Flag, false))
            {
                IsCommon = s.Value("common", Kind.Flag, false),
            }),
            Sha256Text.Of(text))
        {
            Indices = ReadIndices(file),
            Currencies = file.Each("currencies", s => new Currency(Code(s, currencies), Name(s), s.Text("average"), s.Text("end"))),
        };
        CheckRates(file, catalogue);
        return catalogue;
    });

    private static void CheckRates(Section file, Catalogue catalogue)
    {
        foreach (var rate in catalogue.Currencies.SelectMany(c => new[] { c.Average, c.End }).Where(r => r.Length > 0 && !catalogue.Denominators.Any(d => d.Code == r)))
            file.Fault("currencies", $"“denominators”中没有汇率序列“{rate}”。", $"'denominators' has no series of exchange rates '{rate}'.");
    }

    private static ImmutableArray<Area> ReadAreas(Section file)
    {
        var codes = new Codes(file.Faults, []);
        if (!file.Has("areas"))
            _ = file.Text("areas");
        var areas = file.Each("areas", s => new Area(Code(s, codes), Name(s), s.Value("city", Kind.Flag, false)));
        if (!areas.IsEmpty && areas.Count(a => a.IsCity) != 1)
            file.Fault("areas", "应有且只有一个地区标为“city: true”。", "Exactly one area must have 'city: true'.");
        return areas;
    }

    private static ImmutableArray<string> ReadIndices(Section file)
    {
        var codes = new Codes(file.Faults, []);
        var indices = file.Texts("indices");
        foreach (var (code, line) in indices)
            codes.Add(code, line);
        return [.. indices.Select(i => i.Text)];
    }

    private static string Code(Section s, Codes codes)
    {
        var code = s.Code("code");
        codes.Add(code, s.LineOf("code"));
        return code;
    }

    private static LocalText Name(Section s) => new(s.Text("name_zh"), s.TextOrNull("name_en"));
}
