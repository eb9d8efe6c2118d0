using Indices.Calculation.Lab;
using Indices.Calculation.Lab.Diagnostics;
using Indices.Calculation.Lab.Weightings;
using Xunit;
using static Indices.Tests.Calculation.Lab.AsemExample;

namespace Indices.Tests.Calculation.Lab.Weightings;

public sealed class WeightingTests
{
    public static TheoryData<string, string> Scopes => new()
    {
        { "minmax_0_100", "all49" }, { "minmax_0_100", "by_pillar" }, { "minmax_1_100", "all49" }, { "minmax_1_100", "by_pillar" },
    };

    [Theory]
    [MemberData(nameof(Scopes))]
    public void DataDrivenWeights_OfAsem_EqualThePeers(string data, string scope)
    {
        var scores = Table(data == "minmax_0_100" ? "asem_A5_minmax_0_100.csv" : "asem_N_minmax_1_100.csv");
        var groups = ExampleTable.Read("asem_W_entropy_critic.csv").Where(row => row["data"] == data && row["scope"] == scope).GroupBy(row => row["group"]).ToList();
        Assert.Equal(scope == "all49" ? 1 : 8, groups.Count);
        foreach (var group in groups.Select(g => g.ToArray()))
        {
            double[][] columns = [.. group.Select(row => scores.Column(row["iCode"]).ToArray())];
            Column(group, "entropy_e", EntropyWeights.Entropies(columns));
            Column(group, "entropy_scikit_criteria", EntropyWeights.Of(columns));
            Column(group, "critic_C", CriticWeights.Contents(columns));
            Column(group, "critic_scikit_criteria", CriticWeights.Of(columns));
            Column(group, "critic_pymcdm", CriticWeights.Of(columns));
            Column(group, "critic_noscale_scikit", CriticWeights.Of(columns, isScaled: false));
            // The peer read two values that are one last digit apart as one; nine decimals do too.
            Column(group, "critic_spearman_scikit", CriticWeights.Of([.. columns.Select(c => c.Select(x => Math.Round(x, 9)).ToArray())], CorrelationKind.Spearman));
            Column(group, "std_scikit", DispersionWeights.StandardDeviation(columns));
            Column(group, "gini", DispersionWeights.Gini(columns));
        }
    }

    [Fact]
    public void PrincipalComponents_OfAsemPillars_EqualThePeersUpToSign()
    {
        foreach (var pillar in ExampleTable.Read("asem_W_pca_level1.csv").Where(row => row["Level"] == "1").GroupBy(row => Tree.ParentOf(Tree.NodeOf(row["iCode"]))!.Code))
        {
            var rows = pillar.ToArray();
            var components = PrincipalComponents.Of([.. rows.Select(row => MinMax.Column(row["iCode"]).ToArray())]);
            var sign = Math.Sign(rows[0].Number("Weight") * components.Loadings[0]);
            for (var i = 0; i < rows.Length; i++)
                Near(rows[i].Number("Weight"), sign * components.Loadings[i], 1e-10, rows[i]["iCode"]);
            Assert.Equal(1.0, components.SquaredLoadings.Sum(), 1e-12);
            Assert.Equal(rows.Length, components.Variances.Sum(), 1e-11);
            Assert.True(components.Loadings.Sum() >= 0);
        }
    }

    [Fact]
    public void PrincipalComponents_LeaveOutUnitsWithGaps()
    {
        double[][] columns = [[1, 2, 3, 9, 5], [2, 1, 4, double.NaN, 6], [3, 5, 4, 1, 9]];
        double[][] complete = [.. columns.Select(c => new[] { c[0], c[1], c[2], c[4] })];
        Assert.Equal(PrincipalComponents.Of(complete).Loadings, PrincipalComponents.Of(columns).Loadings);
    }

    [Fact]
    public void ConstantColumn_HasNoEntropyWeight_NoCriticWeights_AndNoPrincipalComponents()
    {
        double[][] columns = [[1, 2, 3], [4, 4, 4], [9, 1, 5]];
        Assert.Equal(0.0, EntropyWeights.Of(columns)[1]);
        Assert.All(CriticWeights.Of(columns), w => Assert.True(double.IsNaN(w)));
        Assert.Throws<UndefinedResultException>(() => PrincipalComponents.Of(columns));
        Assert.Throws<UndefinedResultException>(() => EntropyWeights.Of([[-1, 2], [1, 2]]));
    }

    private static void Column(Dictionary<string, string>[] rows, string column, double[] values)
    {
        for (var i = 0; i < rows.Length; i++)
            if (rows[i][column].Length > 0)
                Near(rows[i].Number(column), values[i], 1e-10, $"{column} {rows[i]["iCode"]}");
    }
}
