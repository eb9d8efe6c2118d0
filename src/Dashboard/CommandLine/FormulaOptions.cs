using System.CommandLine;
using Indices.Calculation.Prices.Formulas;

namespace Dashboard.CommandLine;

/// <summary>Options of <c>compute</c> for price formulas on a file of prices, without a methodology.</summary>
internal static class FormulaOptions
{
    // The usual year and a month (Ivancic, Diewert and Fox 2011).
    private const int DefaultWindow = 13;

    private static readonly Option<string?> Prices = new("--prices")
    {
        Description = "价格文件：cell,period,price,quantity；与--formula同用，不需要方法文件。Prices, for price formulas without a methodology.",
        HelpName = "FILE.csv",
    };
    private static readonly Option<string[]> Formula = new("--formula")
    {
        Description = $"公式，逗号分隔：{Names}。Formulas, separated by commas.", HelpName = "NAME[,NAME]", AllowMultipleArgumentsPerToken = true,
    };
    private static readonly Option<bool> Chained = new("--chained") { Description = "双边公式逐期链接；否则均与一期比较。Bilateral formulas chained." };
    private static readonly Option<string?> Reference = new("--reference")
    {
        Description = "双边公式的对比期；默认首期。Period that bilateral formulas compare with.", HelpName = "PERIOD",
    };
    private static readonly Option<string?> Basket = new("--basket")
    {
        Description = "lowe、young的权数期，逗号分隔；默认首期。Periods that weigh lowe and young.", HelpName = "PERIOD[,PERIOD]",
    };
    private static readonly Option<double?> Sigma = new("--sigma") { Description = "ces的替代弹性；默认2。Elasticity of substitution of ces.", HelpName = "NUMBER" };
    private static readonly Option<int?> Window = new("--window")
    {
        Description = $"多边公式的窗口期数；默认{DefaultWindow}。Periods in the window of a multilateral formula.", HelpName = "PERIODS",
    };
    private static readonly Option<string?> SpliceName = new("--splice")
    {
        Description = $"窗口的拼接：{SpliceNames}；默认mean。How windows are spliced.", HelpName = "NAME",
    };
    private static readonly Option<bool> Carry = new("--carry") { Description = "缺失价格沿用相邻一期，数量为0。Missing prices carried from a neighbouring period." };

    internal static IReadOnlyList<Option> All { get; } = [Prices, Formula, Chained, Reference, Basket, Sigma, Window, SpliceName, Carry];

    private static string Names => string.Join(", ", BilateralFormulas.All().Select(f => f.Name).Concat(MultilateralFormula.All.Select(f => f.Name)));

    private static string SpliceNames => string.Join(", ", Splices.ByName.Keys.Order(StringComparer.Ordinal));

    /// <summary>The request, or null when the command names no file of prices.</summary>
    /// <exception cref="BadInputException">Options that do not fit.</exception>
    internal static FormulaRequest? Request(ParseResult parsed, string @out)
    {
        if (parsed.GetValue(Prices) is not { } prices)
            return All.Skip(1).FirstOrDefault(o => parsed.GetResult(o) is { Implicit: false }) is { } alone
                ? throw new BadInputException($"{alone.Name}: 须与--prices同用。", "Needs --prices FILE.csv.")
                : null;
        var sigma = parsed.GetValue(Sigma) ?? BilateralFormulas.DefaultElasticity;
        var names = parsed.GetValue(Formula)!.SelectMany(f => f.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).ToList();
        var bilateral = names.Select(n => BilateralFormulas.Find(n, sigma)).OfType<BilateralFormula>().ToList();
        var multilateral = names.Select(MultilateralFormula.Find).OfType<MultilateralFormula>().ToList();
        if (names.Count == 0 || names.Exists(n => BilateralFormulas.Find(n) is null && MultilateralFormula.Find(n) is null))
            throw new BadInputException($"--formula {string.Join(',', names)}: 须为下列公式：{Names}。", "Not a formula of the list above.");
        RequireUse(parsed, bilateral, multilateral);
        return new(
            prices, @out, bilateral, multilateral, parsed.GetValue(Chained),
            parsed.GetValue(Reference) is { } reference ? ComputationOptions.PeriodOf(Reference, reference) : null,
            [.. (parsed.GetValue(Basket) ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(p => ComputationOptions.PeriodOf(Basket, p))],
            parsed.GetValue(Window) ?? DefaultWindow, SpliceOf(parsed.GetValue(SpliceName)), parsed.GetValue(Carry));
    }

    // An option that nothing uses is a misunderstanding, such as a window for a bilateral formula.
    private static void RequireUse(ParseResult parsed, List<BilateralFormula> bilateral, List<MultilateralFormula> multilateral)
    {
        Require(Chained, bilateral.Count > 0);
        Require(Reference, bilateral.Count > 0 && !parsed.GetValue(Chained));
        Require(Basket, bilateral.Exists(f => f.Weights == FormulaWeights.Basket));
        Require(Sigma, bilateral.Exists(f => f.Name == "ces"));
        Require(Window, multilateral.Count > 0);
        Require(SpliceName, multilateral.Count > 0);
        if (parsed.GetValue(Window) < 2)
            throw new BadInputException($"--window {parsed.GetValue(Window)}: 至少2期。", "At least 2 periods.");

        void Require(Option option, bool isUsed)
        {
            if (!isUsed && parsed.GetResult(option) is { Implicit: false })
                throw new BadInputException($"{option.Name}: 所选公式不用这个选项。", "The formulas chosen do not use it.");
        }
    }

    private static Splice SpliceOf(string? name) => name is null ? Splice.Mean
        : Splices.ByName.TryGetValue(name, out var splice) ? splice
        : throw new BadInputException($"--splice {name}: 须为下列之一：{SpliceNames}。", "Not one of the list above.");
}
