using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using Xunit;

namespace Dashboard.Tests.Sdmx;

public class SdmxStructureTests
{
    private static readonly XNamespace Structure = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/structure";

    [Theory]
    [InlineData("/sdmx/v1/dataflow", "Dataflow INDICES")]
    [InlineData("/sdmx/v1/dataflow/AG-ONE/INDICES/latest?references=children", "Dataflow INDICES|DataStructure DSD_INDICES")]
    [InlineData("/sdmx/v1/datastructure/AG-ONE/DSD_INDICES/1.0?references=parents", "DataStructure DSD_INDICES|Dataflow INDICES")]
    [InlineData("/sdmx/v1/codelist/all/CL_FREQ+CL_AREA", "Codelist CL_FREQ|Codelist CL_AREA")]
    [InlineData("/sdmx/v1/agencyscheme", "AgencyScheme AGENCIES")]
    [InlineData("/sdmx/v1/contentconstraint", "ContentConstraint CR_INDICES")]
    [InlineData("/sdmx/v1/conceptscheme/AG-ONE/all/all", "ConceptScheme CS_INDICES")]
    [InlineData("/sdmx/v1/availableconstraint/INDICES/Q.../all/NODE", "ContentConstraint AVAILABLE")]
    [InlineData("/sdmx/v1/codelist/AG-ONE/CL_FREQ/1.0?references=dataflow", "Codelist CL_FREQ|Dataflow INDICES")]
    public async Task Version1_QueryForms_GiveTheArtefacts(string address, string artefacts)
    {
        await using var site = await SdmxSite.Open();

        var message = XDocument.Parse(await site.Text(address));

        Assert.Equal(
            artefacts.Split('|').Order(),
            message.Descendants().Where(e => e.Attribute("agencyID") is not null && e.Attribute("urn") is not null).Select(e => $"{e.Name.LocalName} {e.Attribute("id")!.Value}").Order());
    }

    [Theory]
    [InlineData("/sdmx/v2/structure/dataflow", "dataflows INDICES")]
    [InlineData("/sdmx/v2/structure/datastructure/*/*/~?references=codelist", "dataStructures DSD_INDICES|codelists CL_FREQ|codelists CL_AREA|codelists CL_INDEX|codelists CL_NODE|codelists CL_OBS_STATUS|codelists CL_ORIGIN|codelists CL_UNIT_MEASURE")]
    [InlineData("/sdmx/v2/structure/codelist/AG-ONE/CL_FREQ,CL_AREA/1.0", "codelists CL_FREQ|codelists CL_AREA")]
    [InlineData("/sdmx/v2/structure/codelist/AG-ONE/CL_AREA/+?references=ancestors&detail=referencestubs", "codelists CL_AREA|dataStructures DSD_INDICES|dataflows INDICES|dataConstraints CR_INDICES")]
    [InlineData("/sdmx/v2/structure/dataconstraint", "dataConstraints CR_INDICES")]
    [InlineData("/sdmx/v2/structure/conceptscheme,agencyscheme", "conceptSchemes CS_INDICES|agencySchemes AGENCIES")]
    [InlineData("/sdmx/v2/availability/dataflow/AG-ONE/INDICES/1.0/M/REF_AREA,TIME_PERIOD", "dataConstraints AVAILABLE")]
    public async Task Version2_QueryForms_GiveTheArtefacts(string address, string artefacts)
    {
        await using var site = await SdmxSite.Open();

        var data = JsonDocument.Parse(await site.Text(address)).RootElement.GetProperty("data");

        Assert.Equal(
            artefacts.Split('|').Order(),
            data.EnumerateObject().SelectMany(kind => kind.Value.EnumerateArray().Select(a => $"{kind.Name} {a.GetProperty("id").GetString()}")).Order());
    }

    [Theory]
    [InlineData("/sdmx/v1/categoryscheme", HttpStatusCode.NotFound)]
    [InlineData("/sdmx/v1/codelist/OTHER", HttpStatusCode.NotFound)]
    [InlineData("/sdmx/v1/codelist/AG-ONE/CL_FREQ/2.0", HttpStatusCode.NotFound)]
    [InlineData("/sdmx/v1/codelist?references=friends", HttpStatusCode.BadRequest)]
    [InlineData("/sdmx/v1/codelist?detail=some", HttpStatusCode.BadRequest)]
    [InlineData("/sdmx/v2/structure/colour", HttpStatusCode.BadRequest)]
    [InlineData("/sdmx/v2/structure/hierarchy", HttpStatusCode.NotFound)]
    [InlineData("/sdmx/v2/availability/dataflow/AG-ONE/INDICES/1.0/*/COLOUR", HttpStatusCode.BadRequest)]
    public async Task Structures_WhatIsNotThere_HasTheCodeOfTheGuidelines(string address, HttpStatusCode status)
    {
        await using var site = await SdmxSite.Open();

        Assert.Equal(status, (await site.Get(address)).StatusCode);
    }

    [Fact]
    public async Task Item_AskedFor_GivesTheSchemeWithItAlone()
    {
        await using var site = await SdmxSite.Open();

        var list = XDocument.Parse(await site.Text("/sdmx/v1/codelist/AG-ONE/CL_FREQ/1.0/Q")).Descendants(Structure + "Codelist").Single();

        Assert.Equal("true", list.Attribute("isPartial")!.Value);
        Assert.Equal("Q", list.Elements(Structure + "Code").Single().Attribute("id")!.Value);
    }

    [Fact]
    public async Task DataStructure_EveryCodeInTheData_IsInItsCodelist()
    {
        await using var site = await SdmxSite.Open();
        var message = JsonDocument.Parse(await site.Text("/sdmx/v2/structure/*?references=none")).RootElement.GetProperty("data");
        var lists = message.GetProperty("codelists").EnumerateArray().ToDictionary(
            l => l.GetProperty("id").GetString()!, l => l.GetProperty("codes").EnumerateArray().Select(c => c.GetProperty("id").GetString()).ToHashSet());

        var region = message.GetProperty("dataConstraints")[0].GetProperty("cubeRegions")[0].GetProperty("keyValues");

        foreach (var (dimension, list) in new[] { ("FREQ", "CL_FREQ"), ("REF_AREA", "CL_AREA"), ("INDEX", "CL_INDEX"), ("NODE", "CL_NODE") })
            Assert.Subset(lists[list]!, region.EnumerateArray().Single(k => k.GetProperty("id").GetString() == dimension).GetProperty("values").EnumerateArray().Select(v => v.GetString()).ToHashSet()!);
    }

    [Fact]
    public async Task Stubs_AskedFor_HaveNoContent()
    {
        await using var site = await SdmxSite.Open();

        var list = XDocument.Parse(await site.Text("/sdmx/v1/codelist/AG-ONE/CL_FREQ?detail=allstubs")).Descendants(Structure + "Codelist").Single();

        Assert.Equal("true", list.Attribute("isExternalReference")!.Value);
        Assert.Empty(list.Elements(Structure + "Code"));
    }
}
