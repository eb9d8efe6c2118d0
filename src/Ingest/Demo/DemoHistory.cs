using System.Globalization;
using System.Text;
using Indices.Methodology;
using Indices.Observations;

namespace Ingest.Demo;

/// <summary>
/// Writes a complete synthetic history for every indicator, denominator, target and price cell that the definitions name:
/// the demonstration data of <c>data/seed/demo</c>. The same definitions and anchors give the same bytes on every machine.
/// </summary>
public static class DemoHistory
{
    private const string AnchorFile = "anchors.yaml";
    private const string Header = "indicator,area,period,value,status,available_at,measure,scope,origin";
    private const string DealHeader =
        "deal,pricing_date,product,tenor_years,rating,industry,entity,amount_100m,coupon_pct,upfront_fee_pct,annual_fee_pct,cgb10y_pct,lpr5y_pct,area,available_at,origin";

    /// <summary>One file for each composite index, named after it, and <c>denominators</c>, <c>targets</c> and <c>deals</c>.</summary>
    /// <param name="directory">Holds <c>anchors.yaml</c>; files of the same names are replaced.</param>
    /// <param name="definitions">What to make data for; the city of its catalogue is the area.</param>
    /// <exception cref="InvalidOperationException">The anchors and the definitions do not fit.</exception>
    public static void Write(string directory, Definitions definitions)
    {
        var story = Story.Parse(File.ReadAllText(Path.Combine(directory, AnchorFile)));
        var area = definitions.Catalogue.Areas.Single(a => a.IsCity).Code;
        foreach (var (name, text) in Files(story, definitions, area))
            File.WriteAllText(Path.Combine(directory, name), text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }

    private static IEnumerable<(string Name, string Text)> Files(Story story, Definitions definitions, string area)
    {
        var history = new SeriesHistory(story, definitions);
        yield return ("denominators.csv", Text(Header, history.Denominators().Select(r => Line(r, area))));
        yield return ("targets.csv", Text(Header, history.Targets().Select(r => Line(r, area))));
        foreach (var code in definitions.Indices.Where(i => !i.IsPrice).Select(i => i.Code).Distinct())
            yield return ($"{code}.csv", Text(Header, history.OfIndex(code).Select(r => Line(r, area))));
        if (definitions.Indices.LastOrDefault(i => i.IsPrice)?.Price is { } rules)
            yield return ("deals.csv", Text(DealHeader, Numbered(new DealHistory(story, rules).Deals()).Select(d => Line(d.Code, d.Deal, area))));
    }

    private static IEnumerable<(string Code, DemoDeal Deal)> Numbered(IEnumerable<DemoDeal> deals) => deals
        .GroupBy(d => d.PricingDate.Year)
        .SelectMany(year => year.Select((d, i) => (string.Create(CultureInfo.InvariantCulture, $"D{year.Key}-{i + 1:00}"), d)));

    private static string Line(DemoRow row, string area) => string.Create(CultureInfo.InvariantCulture,
        $"{row.Indicator},{area},{row.Period},{Number(row.Value)},{row.Status},{Instant(row.AvailableAt)},{row.Measure},{row.Scope},{OriginText}");

    private static string Line(string code, DemoDeal deal, string area) => string.Create(CultureInfo.InvariantCulture,
        $"{code},{deal.PricingDate:yyyy-MM-dd},{deal.Product},{deal.TenorYears},{deal.Rating},{deal.Industry},{deal.Entity},{Number(deal.Amount)},{Number(deal.Coupon)},{Number(deal.UpfrontFee)},{Number(deal.AnnualFee)},{Number(deal.GovernmentYield)},{Number(deal.LoanPrimeRate)},{area},{Instant(deal.AvailableAt)},{OriginText}");

    private static string OriginText { get; } = nameof(Origin.Synthetic).ToLowerInvariant();

    /// <summary>Without trailing zeros.</summary>
    private static string Number(decimal value) => value.ToString("0.############", CultureInfo.InvariantCulture);

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Text(string header, IEnumerable<string> lines) => string.Join('\n', lines.Prepend(header)) + '\n';
}
