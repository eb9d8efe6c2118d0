using System.Collections.Immutable;

namespace Dashboard.Components.Charts;

/// <summary>What a line chart shows, with final texts; the same record draws the SVG and feeds the script.</summary>
/// <param name="Title">Accessible name.</param>
/// <param name="Description">What a reader should see, for those who cannot.</param>
/// <param name="Unit">Shown at the axis.</param>
/// <param name="Decimals">Of the values in labels and tooltips.</param>
/// <param name="Categories">Periods, oldest first.</param>
/// <param name="Marks">Vertical lines, such as a method change.</param>
/// <param name="IsEnglish">Language of the chart's own texts.</param>
public sealed record ChartData(
    string Title,
    string Description,
    string Unit,
    int Decimals,
    ImmutableArray<string> Categories,
    ImmutableArray<ApexPointSeries> Series,
    ImmutableArray<ChartMark> Marks,
    bool IsEnglish);

/// <summary>One line. Series of different scope or origin are never put into one.</summary>
/// <param name="Values">One for each category; null is a gap.</param>
public sealed record ApexPointSeries(string Name, ImmutableArray<double?> Values)
{
    public bool Equals(ApexPointSeries? other) => other is not null && Name == other.Name && Values.SequenceEqual(other.Values);

    public override int GetHashCode() => HashCode.Combine(Name, Values.Length);
}

/// <param name="Category">Index into the categories; the line stands before it.</param>
public sealed record ChartMark(int Category, string Text);
