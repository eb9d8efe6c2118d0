using CsCheck;
using Indices.Calculation.Prices.Formulas;
using Xunit;

namespace Indices.Tests.Calculation.Prices.Formulas;

public class CrossProductsTests
{
    [Fact]
    public void Of_AnyShape_IsBitForBitThePlainSum() =>
        Gen.Select(Gen.Int[1, 30], Gen.Int[1, 30], Gen.Int[1, 600], Gen.Int).Sample((height, width, products, seed) =>
        {
            var random = new Random(seed);
            double[][] Rows(int count) => [.. Enumerable.Range(0, count).Select(_ => Enumerable.Range(0, products).Select(_ => random.NextDouble() - 0.3).ToArray())];
            var (x, y) = (Rows(height), Rows(width));

            var found = CrossProducts.Of(x, y);

            for (var i = 0; i < height; i++)
                for (var j = 0; j < width; j++)
                {
                    var sum = 0.0;
                    for (var n = 0; n < products; n++)
                        sum += x[i][n] * y[j][n];
                    Assert.Equal(BitConverter.DoubleToInt64Bits(sum), BitConverter.DoubleToInt64Bits(found[i, j]));
                }
        }, iter: 30);

    [Fact]
    public void GeksTornqvist_CompletePanel_IsTheSameByPairsAndByTheMeanPeriod() => PanelBuilder.Complete.Sample(draw =>
    {
        var panel = PanelBuilder.Panel(draw.Prices, draw.Quantities);
        var pairs = Geks.Tornqvist(panel.Rows);
        for (var count = 2; count <= draw.Prices.Length; count++)
            Assert.All(
                Geks.Window(pairs, draw.Prices.Length - count, count).Zip(TranslogMultilateral.Window(panel, draw.Prices.Length - count, count)),
                p => Assert.Equal(p.First, p.Second, 1e-13 * p.First));
    }, iter: 100);
}
