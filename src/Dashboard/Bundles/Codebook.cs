namespace Dashboard.Bundles;

/// <summary>What the columns and letters of the published table mean.</summary>
internal static class Codebook
{
    internal const string Text = """
        column,code,meaning_zh,meaning_en,unit
        index,,指数代码,code of the index,
        period,,时期：年 2024、季 2024-Q3 或月 2024-09,"period: year 2024, quarter 2024-Q3 or month 2024-09",
        node,,指数本身或其中一个分组,the index itself or one of its groups,
        value,,公布的数值；空白表示不公布，原因见 reason,"published value; empty where none is published, see reason",points
        status,A,正常,normal,
        status,P,初步,provisional,
        status,E,估计,estimated,
        status,I,插补,imputed,
        status,B,序列中断,break in the series,
        status,U,可靠性低,low reliability,
        status,L,缺失，当期无法取得,"missing, could not be collected",
        status,M,缺失，不存在,"missing, does not exist",
        status,O,缺失,missing,
        status,Q,不予公布,suppressed,
        coverage,,有数据的权重份额，0 至 1,"share of weight with data, 0 to 1",ratio
        methodology_version,,计算所用的方法版本,version of the methodology,
        reason,,不公布的原因，中文 / 英文,"why no value is published, Chinese / English",

        """;
}
