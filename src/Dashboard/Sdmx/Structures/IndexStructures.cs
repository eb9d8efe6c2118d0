using System.Collections.Immutable;
using Dashboard.PageModels;
using Indices.Methodology;
using Indices.Observations;
using Indices.Time;

namespace Dashboard.Sdmx.Structures;

/// <summary>The structures of the indices, made from the definitions: nothing in them depends on a release.</summary>
internal sealed class IndexStructures
{
    internal const string FlowId = "INDICES";

    private static readonly LocalText FlowName = new("金融指数", "Financial indices");

    private IndexStructures(ItemScheme agencies, Dataflow flow)
    {
        Flow = flow;
        All = [agencies, .. flow.Structure.References, flow.Structure, flow];
    }

    internal Dataflow Flow { get; }

    internal DataStructure Structure => Flow.Structure;

    /// <summary>Everything but the constraint, which is read from the data.</summary>
    internal ImmutableArray<Artefact> All { get; }

    internal static IndexStructures Of(Definitions definitions)
    {
        var catalogue = definitions.Catalogue;
        var agency = definitions.Indices.Select(i => i.CompiledBy).FirstOrDefault(a => a.Length > 0) ?? catalogue.Agencies.FirstOrDefault()?.Code ?? "OFFICE";
        var newest = definitions.Published.ToArray();
        ItemScheme Codes(string id, string chinese, string english, IEnumerable<Item> items) =>
            new(ArtefactKind.Codelist, agency, id, new LocalText(chinese, english), [.. items.DistinctBy(i => i.Id)]);

        var frequencies = Codes("CL_FREQ", "频率", "Frequency",
            [new("A", new("年", "Annual")), new("Q", new("季", "Quarterly")), new("M", new("月", "Monthly"))]);
        var areas = Codes("CL_AREA", "地区", "Reference area", catalogue.Areas.Select(a => new Item(a.Code, a.Name, a.IsCity ? null : catalogue.City?.Code)));
        var indices = Codes("CL_INDEX", "指数", "Index", newest.Select(m => new Item(m.Code, m.Name)));
        var nodes = Codes("CL_NODE", "指数与分项", "Index or group", newest.SelectMany(m => definitions.Versions(m.Code).Reverse().SelectMany(NodesOf)));
        var statuses = Codes("CL_OBS_STATUS", "观测状态", "Observation status", Enum.GetValues<ObservationStatus>().Select(s => new Item(s.ToString(), StatusName(s))));
        var origins = Codes("CL_ORIGIN", "数据来源性质", "Origin", [
            new("official", new("官方", "Official")), new("public", new("公开来源", "Public source")), new("synthetic", new("演示数据", "Demonstration data"))]);
        var units = Codes("CL_UNIT_MEASURE", "计量单位", "Unit of measure", [new("IX", new("指数点", "Index points")), new("SC", new("得分", "Score"))]);
        ImmutableArray<Component> components =
        [
            new("FREQ", Role.Dimension, frequencies, ""),
            new("REF_AREA", Role.Dimension, areas, ""),
            new("INDEX", Role.Dimension, indices, ""),
            new("NODE", Role.Dimension, nodes, ""),
            new("TIME_PERIOD", Role.Time, null, "ObservationalTimePeriod"),
            new("OBS_VALUE", Role.Measure, null, "Double"),
            new("UNIT_MEASURE", Role.SeriesAttribute, units, ""),
            new("BASE_PER", Role.SeriesAttribute, null, "String"),
            new("DECIMALS", Role.SeriesAttribute, null, "Integer"),
            new("ORIGIN", Role.SeriesAttribute, origins, ""),
            new("RELEASE", Role.SeriesAttribute, null, "String"),
            new("RELEASED_AT", Role.SeriesAttribute, null, "DateTime"),
            new("OBS_STATUS", Role.ObservationAttribute, statuses, ""),
            new("COVERAGE", Role.ObservationAttribute, null, "Double"),
            new("METHODOLOGY", Role.ObservationAttribute, null, "String"),
            new("COMMENT_OBS", Role.ObservationAttribute, null, "String"),
        ];
        var concepts = new ItemScheme(ArtefactKind.ConceptScheme, agency, "CS_INDICES", new LocalText("概念", "Concepts"), [
            new("FREQ", new("频率", "Frequency")), new("REF_AREA", new("地区", "Reference area")),
            new("INDEX", new("指数", "Index")), new("NODE", new("指数或分项", "Index or group")),
            new("TIME_PERIOD", new("时期", "Time period")), new("OBS_VALUE", new("数值", "Observation value")),
            new("UNIT_MEASURE", new("计量单位", "Unit of measure")), new("BASE_PER", new("基期", "Base period")),
            new("DECIMALS", new("小数位数", "Decimals")), new("ORIGIN", new("数据来源性质", "Origin of the data")),
            new("RELEASE", new("发布版本", "Release version")), new("RELEASED_AT", new("发布时间", "Released at")),
            new("OBS_STATUS", new("观测状态", "Observation status")), new("COVERAGE", new("覆盖率", "Coverage of weight, 0 to 1")),
            new("METHODOLOGY", new("方法版本", "Methodology version")), new("COMMENT_OBS", new("说明", "Comment")),
        ]);
        var structure = new DataStructure(agency, "DSD_INDICES", new LocalText("金融指数的数据结构", "Structure of the financial indices"), concepts, components);
        // The scheme of agencies is kept by the standard's own agency, as in every registry.
        var agencies = new ItemScheme(ArtefactKind.AgencyScheme, "SDMX", "AGENCIES", new LocalText("机构", "Agencies"),
            [new(agency, catalogue.Agencies.FirstOrDefault(a => a.Code == agency)?.Name ?? new LocalText(agency, agency))]);
        return new(agencies, new Dataflow(agency, FlowId, FlowName, structure));
    }

    private static IEnumerable<Item> NodesOf(IndexMethodology methodology) =>
        methodology.Root.Groups.Select(g => new Item(g.Code, g.Name, methodology.Code)).Prepend(new Item(methodology.Code, methodology.Name));

    private static LocalText StatusName(ObservationStatus status) =>
        new(StatusWords.Of(status, Language.Chinese), StatusWords.Of(status, Language.English));
}
