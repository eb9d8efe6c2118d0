using Indices.Calculation.Lab.Report;

namespace Dashboard.PageModels.LabPages;

/// <summary>Agreement with the published index: correlations, and changes of rank or order.</summary>
public sealed record AgreementCells(string Pearson, string Spearman, string MeanShift, string LargestShift)
{
    internal static AgreementCells Of(Agreement? agreement) => agreement is null ? new("–", "–", "–", "–") : new(
        LabPage.Text(agreement.Pearson, 3), LabPage.Text(agreement.Spearman, 3), LabPage.Text(agreement.MeanShift, 1), LabPage.Text(agreement.LargestShift, 0));
}

/// <param name="Lost">Indicators that the method cannot score.</param>
/// <param name="Refusal">Why there is no result; null when there is one, unit by unit.</param>
public sealed record VariantRow(
    int Number, string Treatment, string Normalisation, string Weights, string Aggregation, AgreementCells Agreement, IReadOnlyList<string> Lost, string? Refusal);

public sealed record UnitRow(string Unit, string Published, string PublishedRank, string Value, string Rank);

/// <param name="Percents">One for each method.</param>
public sealed record WeightRow(string Indicator, IReadOnlyList<string> Percents);

public sealed record ConsistencyRow(string Group, string Items, string Alpha, string FirstComponent);

public sealed record ImportanceRow(string Node, string Group, string Weight, string Correlation, string SquaredShare, string Ratio, string RatioShare);

public sealed record LeftOutRow(string Node, AgreementCells Agreement);

public sealed record TreatmentRow(string Indicator, string Values, string Skewness, string Kurtosis, string Outcome);

public sealed record PairRow(string First, string Second, string Group, string Pearson, string Spearman, string Kendall);

public sealed record BandRow(string Unit, string Score, string ScoreBand, string Rank, string RankBand);
