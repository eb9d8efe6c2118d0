using System.Text.Json;

namespace Ingest.Sources.Messages;

/// <summary>The observations of one data set, each with all that holds for it.</summary>
internal static class SdmxJsonSet
{
    internal static IEnumerable<(Dictionary<string, string> Parts, string Value)> Of(JsonElement set, SdmxJsonStructure structure)
    {
        var common = new Dictionary<string, string>();
        // A data set has one value of each of its own dimensions, in the first place.
        Put(common, structure.DataSetDimensions, structure.DataSetDimensions.Select(_ => "0"));
        Put(common, structure.DataSetAttributes, Attributes(set));
        foreach (var flat in Observations(set, structure.ObservationDimensions, structure, common))
            yield return flat;
        foreach (var series in set.Member("series").Members())
        {
            var parts = new Dictionary<string, string>(common);
            Put(parts, structure.SeriesDimensions, series.Name.Split(':'));
            Put(parts, structure.SeriesAttributes, Attributes(series.Value));
            foreach (var observation in Observations(series.Value, structure.ObservationDimensions, structure, parts))
                yield return observation;
        }
    }

    private static IEnumerable<(Dictionary<string, string> Parts, string Value)> Observations(
        JsonElement owner, IReadOnlyList<SdmxJsonStructure.Component> dimensions, SdmxJsonStructure structure, Dictionary<string, string> common)
    {
        foreach (var observation in owner.Member("observations").Members())
        {
            var parts = new Dictionary<string, string>(common);
            Put(parts, dimensions, observation.Name.Split(':'));
            var stated = ((JsonElement?)observation.Value).Items().Select(v => ((JsonElement?)v).Text()).ToList();
            Put(parts, structure.ObservationAttributes, stated.Skip(structure.Measures));
            yield return (parts, stated.FirstOrDefault() ?? "");
        }
    }

    private static IEnumerable<string> Attributes(JsonElement owner) => owner.Member("attributes").Items().Select(v => ((JsonElement?)v).Text());

    private static void Put(Dictionary<string, string> parts, IReadOnlyList<SdmxJsonStructure.Component> components, IEnumerable<string> stated)
    {
        foreach (var (component, text) in components.Zip(stated).Where(p => p.Second.Length > 0))
            parts[component.Id] = component.At(text);
    }
}
