using Indices.Methodology;

namespace Dashboard.PageModels;

/// <summary>Names of groups of uncertain inputs.</summary>
public static class UncertaintyWords
{
    public static string Of(UncertaintyGroup group, Language language) => group switch
    {
        UncertaintyGroup.Weights => language["权重", "weights"],
        UncertaintyGroup.Normalisation => language["标准化", "normalisation"],
        UncertaintyGroup.Aggregation => language["合成", "aggregation"],
        UncertaintyGroup.Imputation => language["插补", "imputation"],
        _ => language["数据修订", "data revisions"],
    };
}
