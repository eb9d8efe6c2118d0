using Ingest.Sources.Cells;

namespace Ingest.Sources.Tables.Wide;

/// <summary>What a heading, a label or a title says of the numbers that it stands over or beside.</summary>
internal sealed record Heading
{
    internal static Heading Nothing { get; } = new();

    internal SeriesLabel? Series { get; init; }

    /// <summary>One of <see cref="Indices.Observations.Measures"/>; null when it says none.</summary>
    internal string? Measure { get; init; }

    /// <summary>本月, 当季: the last part of a longer period.</summary>
    internal bool IsCurrent { get; init; }

    /// <summary>累计同比: growth of the total since January.</summary>
    internal bool IsTotalGrowth { get; init; }

    /// <summary>期末, 余额: the state at the end of a period.</summary>
    internal bool IsEnd { get; init; }

    internal StatedPeriod? Period { get; init; }

    internal string? Unit { get; init; }

    /// <summary>Code of an area.</summary>
    internal string? Area { get; init; }

    /// <summary>指标, 项目, 时间: it heads labels, not numbers.</summary>
    internal bool HeadsLabels { get; init; }

    internal bool HeadsUnits { get; init; }

    /// <summary>上年同期, 环比, 比年初: numbers that are no value of the period in question.</summary>
    internal bool IsOther { get; init; }

    /// <summary>True when it says anything of numbers.</summary>
    internal bool SaysSomething => Series is not null || Measure is not null || Period is not null || Unit is not null || Area is not null;
}

/// <summary>What a label stands for.</summary>
/// <param name="Measure">Forced by the source; null leaves it to the headings.</param>
/// <param name="Scope">Null: the source's.</param>
/// <param name="Area">Null: the source's.</param>
/// <param name="Unit">Null: as the table says.</param>
internal sealed record SeriesLabel(string Indicator, string? Measure = null, string? Scope = null, string? Area = null, string? Unit = null);
