using Indices.Calculation.Prices.Formulas;
using Indices.Time;
using Ingest.Sources;
using Ingest.Sources.Csv;

namespace Dashboard.CommandLine;

/// <summary>Price formulas on a file of prices.</summary>
internal sealed class FormulaRun
{
    private readonly FormulaRequest _request;
    private readonly PriceContent _content;
    private readonly PricePanel _panel;

    /// <exception cref="BadInputException">The file cannot be used, or not for what was asked.</exception>
    internal FormulaRun(FormulaRequest request)
    {
        _request = request;
        _content = PriceFile.Read(InputFile.Bytes(request.Prices));
        InputFile.Refuse(request.Prices, _content.Faults);
        InputFile.Refuse(request.Prices, WithoutQuantity());
        var panel = PricePanel.Of([.. _content.Quotes.Select(q => q.Quote)]);
        _panel = request.Carried ? panel.Carried() : panel;
    }

    /// <summary>Things worth saying that stop nothing.</summary>
    internal IEnumerable<string> Remarks
    {
        get
        {
            foreach (var column in _content.IgnoredColumns)
                yield return InputFile.Line(_request.Prices, 1, column, "", "不认识的列，未读取。", "Unknown column, not read.");
            if (_request.Multilateral.Count > 0 && _panel.Periods.Length < _request.Window)
                yield return $"{_request.Prices}: 只有{_panel.Periods.Length}期，不足一个窗口({_request.Window}期)，增加时期会改变各期数值。"
                    + $"{_panel.Periods.Length} periods are less than a window of {_request.Window}; further periods will change every value.";
        }
    }

    /// <summary>Writes <c>index.csv</c>, 100 in the reference period, and <c>contributions.csv</c>, in points, of the formulas that have them.</summary>
    /// <exception cref="BadInputException">A period asked for is not in the file, or the folder cannot be written.</exception>
    internal void Write()
    {
        var series = Series().ToList();
        var index = CsvText.Of(["formula", "type", "period", "value"],
            series.SelectMany(s => s.Series.Levels.Select((level, t) => new[] { s.Formula, s.Type, Spell(t), CsvText.Number(100 * level) })));
        var contributions = CsvText.Of(["formula", "type", "from", "to", "cell", "points"],
            series.SelectMany(s => s.Series.Movements.Select(m => new[] { s.Formula, s.Type, Spell(m.From), Spell(m.To), m.Product, CsvText.Number(100 * m.Change) })));
        CsvText.Write(_request.Out, ("index.csv", index), ("contributions.csv", contributions));
    }

    private IEnumerable<(string Formula, string Type, FormulaSeries Series)> Series()
    {
        var basket = _request.Basket.Count == 0 ? null : _request.Basket.Select(Place).ToList();
        var reference = _request.Reference is { } period ? Place(period) : 0;
        foreach (var formula in _request.Bilateral)
        {
            var series = new BilateralSeries(_panel, formula, basket);
            yield return _request.Chained ? (formula.Name, "chained", series.Chained()) : (formula.Name, "direct", series.Direct(reference));
        }
        foreach (var formula in _request.Multilateral)
            yield return (formula.Name, "multilateral", formula.Series(_panel, _request.Window, _request.Splice));
    }

    private int Place(Period period) => _panel.Periods.IndexOf(period) is >= 0 and var place
        ? place
        : throw new BadInputException($"{_request.Prices}: 文件中没有{period}。", $"The file has no {period}.");

    private IEnumerable<RowFault> WithoutQuantity()
    {
        var weighted = _request.Bilateral.Where(f => f.Weights != FormulaWeights.None).Select(f => f.Name)
            .Concat(_request.Multilateral.Where(f => f.Weights != FormulaWeights.None).Select(f => f.Name)).ToList();
        return weighted.Count == 0 ? [] : _content.Quotes.Where(q => double.IsNaN(q.Quote.Quantity)).Select(q => new RowFault(
            q.Row, _content.QuantityColumn, "", $"缺少数量，公式{string.Join('、', weighted)}需要。", $"The quantity is missing; {string.Join(", ", weighted)} need it."));
    }

    private string Spell(int place) =>
        _content.PeriodSpelling.TryGetValue(_panel.Periods[place], out var text) ? text : _panel.Periods[place].ToString();
}
