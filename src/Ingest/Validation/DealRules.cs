using System.Globalization;
using Indices.Observations;
using Ingest.Sources;
using Ingest.Sources.Csv;

namespace Ingest.Validation;

/// <summary>What a deal that reads well must still satisfy.</summary>
internal sealed class DealRules(KnownSeries known, TimeZoneInfo officeTimeZone)
{
    /// <summary>The first objection, or null.</summary>
    internal RowFault? Objection(DealRow row)
    {
        if (!known.HasArea(row.Deal.Area))
            return new(row.Row, ObservationColumns.Area, row.Deal.Area, "没有这个地区。", "No area has this code.") { Code = FindingCodes.UnknownArea };
        return row.Deal.PricingDate <= AvailableAt.DayOf(row.Deal.Vintage, officeTimeZone) ? null
            : new(row.Row, "pricing_date", row.Deal.PricingDate.ToString("O", CultureInfo.InvariantCulture),
                "定价日晚于成交信息的可得时间。", "The pricing date is after the deal became known.") { Code = FindingCodes.FuturePeriod };
    }
}
