using Indices.Calculation.Statistics;
using Xunit;
using static Indices.Tests.Calculation.ExampleTable;

namespace Indices.Tests.Calculation.Statistics;

public class PredictionTests
{
    [Fact]
    public void Ahead_OfThreeChanges_HasTheLocationAndScaleWorkedByHand()
    {
        // Mean 7/3, variance 7/3; two steps: 7/3 x (2 + 4/3).
        var prediction = new RandomWalk([1.0, 2.0, 4.0]).Ahead(10, 2);

        Near(10 + 14 / 3.0, prediction.Location, "location");
        Near(Math.Sqrt(70) / 3, prediction.Scale, "scale");
        Assert.Equal(2, prediction.Degrees);
    }

    [Fact]
    public void Tails_WithTwoDegreesOfFreedom_AreThoseOfTheClosedForm()
    {
        // With two degrees of freedom F(t) = 1/2 + t / (2 sqrt(2 + t^2)).
        static double Lower(double t) => 0.5 + t / (2 * Math.Sqrt(2 + t * t));
        var prediction = new Prediction(5, 2, 2);

        Near(Lower(1.5), prediction.LowerTail(8), "lower");
        Near(1 - Lower(1.5), prediction.UpperTail(8), "upper");
        Near(Lower(1.5) - Lower(-1), prediction.Between(3, 8), "between");
        var (low, high) = prediction.Interval(0.8);
        Near(0.1, Lower((low - 5) / 2), "low");
        Near(0.9, Lower((high - 5) / 2), "high");
    }

    [Theory]
    [InlineData(4.0, 1, 0)]
    [InlineData(5.0, 1, 1)]
    [InlineData(6.0, 0, 1)]
    public void Tails_WithoutSpread_LieOnTheLocation(double value, double upper, double lower)
    {
        var certain = new Prediction(5, 0, 2);

        Assert.Equal((upper, lower), (certain.UpperTail(value), certain.LowerTail(value)));
    }

    [Theory]
    [InlineData(4, 6, 1)]
    [InlineData(5, 6, 1)]
    [InlineData(4, 5, 1)]
    [InlineData(1, 4, 0)]
    [InlineData(6, 7, 0)]
    public void Between_WithoutSpread_IsWhetherTheLocationIsInside(double from, double to, double probability) =>
        Assert.Equal(probability, new Prediction(5, 0, 2).Between(from, to));
}
