namespace Ingest.Sources.Csv;

/// <summary>Columns of a file of observations, in any order.</summary>
internal static class ObservationColumns
{
    internal const string Indicator = "indicator";
    internal const string Area = "area";
    internal const string Period = "period";
    internal const string Value = "value";
    internal const string Unit = "unit";
    internal const string Status = "status";
    internal const string AvailableAt = "available_at";
    internal const string Measure = "measure";
    internal const string Scope = "scope";
    internal const string Origin = "origin";
    internal const string Bound = "bound";
    internal const string SourceName = "source_name";
    internal const string SourceUrl = "source_url";
    internal const string Tier = "tier";
    internal const string Label = "label";

    private static readonly Column[] s_columns =
    [
        new(Indicator, true, "指标", "指标代码", "指标编码", "指标名称"),
        new(Area, true, "地区", "地区代码", "区域", "行政区划代码"),
        new(Period, true, "时期", "期间", "报告期"),
        new(Value, true, "数值", "指标值"),
        new(Status, false, "状态"),
        new(AvailableAt, false, "可得时间", "可得日期"),
        new(Measure, false, "量度", "计量方式"),
        new(Scope, false, "口径", "范围"),
        new(Origin, false, "数据性质"),
        new(Bound, false, "界限"),
        new(SourceName, false, "来源", "来源名称"),
        new(SourceUrl, false, "来源网址", "来源链接"),
        new(Tier, false, "来源等级"),
        new(Label, false, "原称", "来源指标名"),
    ];

    internal static ColumnSet Set { get; } = new([.. s_columns, new(Unit, false, "单位", "计量单位", "数量单位")]);

    /// <summary>Where nobody knows in which unit a series is kept, what a file says of units cannot be used.</summary>
    internal static ColumnSet WithoutUnit { get; } = new(s_columns);
}
