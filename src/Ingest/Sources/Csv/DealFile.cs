using System.Globalization;
using Indices.Observations;

namespace Ingest.Sources.Csv;

/// <summary>Rows of insurance-money deals (methodology, section 11.1).</summary>
internal sealed class DealFile(FileContext context)
{
    internal const string Deal = "deal";
    private const string Area = ObservationColumns.Area;
    private const string PricingDate = "pricing_date";
    private const string Product = "product";
    private const string Tenor = "tenor_years";
    private const string Rating = "rating";
    private const string Industry = "industry";
    private const string Entity = "entity";
    private const string Amount = "amount_100m";
    private const string Coupon = "coupon_pct";
    private const string UpfrontFee = "upfront_fee_pct";
    private const string AnnualFee = "annual_fee_pct";
    private const string GovernmentYield = "cgb10y_pct";
    private const string LoanPrimeRate = "lpr5y_pct";

    internal static ColumnSet Set { get; } = new(
        new(Deal, true, "交易", "交易编号"),
        new(PricingDate, true, "定价日", "定价日期"),
        new(Product, true, "产品"),
        new(Tenor, true, "期限", "期限(年)"),
        new(Rating, true, "评级"),
        new(Industry, true, "行业"),
        new(Entity, true, "用资主体"),
        new(Amount, true, "金额", "金额(亿元)"),
        new(Coupon, true, "票面利率"),
        new(UpfrontFee, true, "一次性费率"),
        new(AnnualFee, true, "年费率"),
        new(GovernmentYield, false, "十年期国债收益率"),
        new(LoanPrimeRate, false, "五年期lpr"),
        new(Area, false, "地区", "地区代码"),
        new(ObservationColumns.AvailableAt, false, "可得时间", "可得日期"),
        new(ObservationColumns.Origin, false, "数据性质"));

    /// <summary>The deal of a row; not meant to be used after a fault.</summary>
    internal DealRow Read(RowReader row)
    {
        var date = row.Value(PricingDate, Day, null, "定价日须写作2024-01-06。", "A pricing date is written 2024-01-06.");
        var origin = row.Value(ObservationColumns.Origin, CodeWords.OriginOf, context.Origin, Reasons.NotAnOrigin.Chinese, Reasons.NotAnOrigin.English);
        var tenor = row.Value(Tenor, WholeYears, null, "期限须为1到100的整数年。", "A tenor is a whole number of years from 1 to 100.");
        var deal = new Deal(
            row.Required(Deal), AreaOf(row), date, row.Required(Product), tenor, row.Text(Rating), row.Words(Industry), row.Required(Entity),
            Positive(row, Amount), row.Number(Coupon, true) ?? 0, row.Number(UpfrontFee, true) ?? 0, row.Number(AnnualFee, true) ?? 0,
            row.Number(GovernmentYield, false), row.Number(LoanPrimeRate, false),
            origin, row.Fault is null ? AvailableAt.Of(row, context, date, text => AvailableAt.TryParse(text, context)) : default, context.Sha256);
        return new DealRow(row.Line, deal);
    }

    private string AreaOf(RowReader row)
    {
        if (row.Text(Area) is { Length: > 0 } text)
            return text;
        if (context.Area is null)
            row.Refuse(Area, "缺少地区。", "The area is missing.");
        return context.Area ?? "";
    }

    private static double Positive(RowReader row, string column)
    {
        var number = row.Number(column, true);
        if (number <= 0)
            row.Refuse(column, "金额须大于0。", "The amount must be above 0.");
        return number ?? 0;
    }

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && Years.Holds(day.Year) ? day : null;

    private static int? WholeYears(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var years) && years is >= 1 and <= 100 ? years : null;
}
