using Indices.Methodology;
using Indices.Methodology.Yaml;

namespace Indices.Sources;

/// <summary>Sources as people changed them, over those of the file; both keep the same rules.</summary>
public static class EditedSources
{
    /// <summary>What is wrong with the text of a source beside the others in force; empty when it can be saved.</summary>
    /// <param name="text">As <see cref="SourceEdit.Text"/>; the lines of the faults are its own.</param>
    public static IReadOnlyList<MethodologyFault> Faults(string code, string text, Definitions definitions)
    {
        var faults = new Faults(code);
        _ = Read(code, text, KnownCodes.Of(definitions), definitions.Sources.All.Where(s => s.Code != code), faults);
        return [.. faults.InOrder];
    }

    /// <param name="edits">The newest of each source, in the order in which they were made.</param>
    /// <param name="of">Gives the list of faults of a text by its name.</param>
    internal static SourceSet Over(SourceSet file, IReadOnlyCollection<SourceEdit> edits, KnownCodes known, Func<string, Faults> of)
    {
        var changed = edits.Where(e => e.Text is not null).ToList();
        var sources = file.All.Where(s => !changed.Exists(e => e.Source == s.Code)).ToList();
        foreach (var edit in changed)
            if (Read(edit.Source, edit.Text!, known, sources, of(edit.Source)) is { } source)
                sources.Add(source);
        var order = file.All.Select((source, place) => (source.Code, place)).ToDictionary(s => s.Code, s => s.place);
        return new SourceSet(sources.OrderBy(s => order.GetValueOrDefault(s.Code, int.MaxValue)));
    }

    private static Source? Read(string code, string text, KnownCodes known, IEnumerable<Source> others, Faults faults)
    {
        var taken = others.Where(s => s.Inbox is not null).ToLookup(s => s.Inbox!, s => s.Code);
        return SourceFile.Read(text, known, faults, taken) switch
        {
            { All: [var source] } when source.Code == code => source,
            { } => Refuse(code, faults),
            null => null,
        };
    }

    private static Source? Refuse(string code, Faults faults)
    {
        if (!faults.Any)
            faults.Add(1, $"应只有来源“{code}”。", $"It must hold the source '{code}' alone.");
        return null;
    }
}
