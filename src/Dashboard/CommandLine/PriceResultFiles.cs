using Indices.Calculation;
using Indices.Observations;
using Indices.Time;

namespace Dashboard.CommandLine;

/// <summary>What a price index has beside its values, in files of their own; none where there is nothing to say.</summary>
internal static class PriceResultFiles
{
    /// <summary>Writes <c>flash.csv</c>, <c>rolling.csv</c> and <c>hedonic.csv</c>.</summary>
    /// <exception cref="BadInputException">The folder cannot be written.</exception>
    internal static void Write(string folder, IReadOnlyList<IndexResult> results, Func<Period, string> spell)
    {
        var prices = results.Where(r => r.Price is not null).ToList();
        Save("flash.csv", ["index", "area", "period", "from", "value", "status", "coverage", "confidentiality"],
            prices.SelectMany(r => r.Price!.Flashes, (r, f) => new[]
            {
                r.Code, r.Area, spell(f.Period), spell(f.From), CsvText.Number(f.Value), f.Status.ToString(), CsvText.Number(f.Coverage), f.Confidentiality.Code(),
            }));
        Save("rolling.csv", ["index", "area", "period", "periods", "node", "value", "confidentiality"],
            prices.SelectMany(r => r.Price!.RollingSubIndices, (r, s) => new[]
            {
                r.Code, r.Area, spell(s.Period), CsvText.Number(s.Window), s.Code, CsvText.Number(s.Value), s.Confidentiality.Code(),
            }));
        Save("hedonic.csv", ["index", "area", "item", "value", "status"],
            from result in prices
            where result.Price!.Hedonic is not null
            from item in Items(result.Price!.Hedonic!, spell)
            select new[] { result.Code, result.Area, item.Name, CsvText.Number(item.Value), nameof(ObservationStatus.E) });

        void Save(string name, string[] header, IEnumerable<string[]> rows)
        {
            if (rows.ToList() is { Count: > 0 } found)
                CsvText.Write(folder, (name, CsvText.Of(header, found)));
        }
    }

    private static IEnumerable<(string Name, double? Value)> Items(HedonicDetail hedonic, Func<Period, string> spell)
    {
        if (hedonic.Latest is { } fit)
        {
            foreach (var coefficient in fit.Coefficients)
                yield return (coefficient.Name, coefficient.Value);
            yield return ("deals", fit.Deals);
            yield return ("residual_sd_pp", fit.ResidualDeviation);
            yield return ("r2", fit.RSquared);
        }
        foreach (var value in hedonic.Index)
            yield return ("hedonic_index_" + spell(value.Period), value.Value);
        yield return ("needs_review", hedonic.NeedsReview ? 1 : 0);
    }
}
