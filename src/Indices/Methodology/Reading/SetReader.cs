using System.Collections.Immutable;
using Indices.Methodology.Yaml;
using Indices.Sources;

namespace Indices.Methodology.Reading;

/// <summary>Reads all files of a set, then checks across them; every fault of every file is kept.</summary>
internal sealed class SetReader
{
    private readonly List<Faults> _faults = [];
    private Faults? _set;

    internal Definitions? Read(IReadOnlyList<DefinitionFile> files, IReadOnlyCollection<SourceEdit> edits)
    {
        _set = Of(files.Count > 0 ? files[0].FileName : "");
        var catalogueFile = Single(files, DefinitionKind.Catalogue, true);
        var catalogue = catalogueFile is null ? null : CatalogueFile.Read(catalogueFile.Text, Of(catalogueFile.FileName));
        var calendarFile = Single(files, DefinitionKind.Holidays, true);
        var calendar = calendarFile is null ? null : HolidayFile.Read(calendarFile.Text, Of(calendarFile.FileName));
        var targetFile = Single(files, DefinitionKind.Targets, false);
        var policy = Single(files, DefinitionKind.Policy, targetFile is not null)?.Text ?? "";
        var targetFaults = targetFile is null ? null : Of(targetFile.FileName);
        var targets = targetFile is null ? null : TargetFile.Read(targetFile.Text, policy, catalogue, targetFaults!);
        var indices = files.Where(f => f.Kind == DefinitionKind.Methodology).Select(f => Methodology(f, catalogue)).ToList();
        // Checks across files would only repeat what a file's own faults cause.
        if (_faults.Any(f => f.Any))
            return null;
        var sorted = new VersionChains(_set).Sort(indices, catalogue!, Of(catalogueFile!.FileName));
        new CrossChecks(indices, catalogue!, targets, targetFaults).Run();
        var definitions = new Definitions(catalogue!, sorted, targets?.Targets, calendar!, policy);
        var sources = Single(files, DefinitionKind.Sources, false);
        if (_faults.Any(f => f.Any))
            return definitions;
        var known = KnownCodes.Of(definitions);
        var ofFile = sources is null ? null : SourceFile.Read(sources.Text, known, Of(sources.FileName));
        return definitions with { Sources = EditedSources.Over(ofFile ?? SourceSet.Empty, edits, known, Of) };
    }

    internal void ThrowIfAny()
    {
        var found = _faults.Where(f => f.Any).SelectMany(f => f.InOrder).ToList();
        if (found.Count > 0)
            throw new MethodologyFileException(found[0].File!, found);
    }

    private LoadedMethodology Methodology(DefinitionFile file, Catalogue? catalogue)
    {
        var faults = Of(file.FileName);
        var reading = MethodologyFile.Read(file.Text, catalogue, faults);
        if (!faults.Any && (reading!.Methodology.Code != file.Code || reading.Methodology.Version != file.Version))
            faults.Add(
                reading.VersionLine,
                $"文件内容是 {reading.Methodology.Code} {reading.Methodology.Version}，却登记为 {file.Code} {file.Version}。",
                $"The file holds {reading.Methodology.Code} {reading.Methodology.Version} but is registered as {file.Code} {file.Version}.");
        return new(reading!, faults);
    }

    private DefinitionFile? Single(IReadOnlyList<DefinitionFile> files, DefinitionKind kind, bool required)
    {
        var found = files.Where(f => f.Kind == kind).ToList();
        if (found.Count == 0 && required)
            _set!.Add(1, $"缺少 {kind} 文件。", $"The set has no {kind} file.");
        foreach (var second in found.Skip(1))
            Of(second.FileName).Add(1, $"{kind} 文件多于一个。", $"The set has more than one {kind} file.");
        return found.FirstOrDefault();
    }

    private Faults Of(string fileName)
    {
        var faults = new Faults(fileName);
        _faults.Add(faults);
        return faults;
    }
}

/// <summary>A methodology of the set with the list that its faults go to.</summary>
internal sealed record LoadedMethodology(MethodologyReading Reading, Faults Faults)
{
    internal IndexMethodology Value => Reading.Methodology;
}
