using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using TestSupport;

namespace Dashboard.Tests.CommandLine;

/// <summary>One hash over every file that the verbs write for all indices of the seed, from the demonstration's rows in any order.</summary>
internal static class OutputHash
{
    private static readonly string[] s_formulas = ["laspeyres", "fisher", "tornqvist", "walsh", "geks_fisher", "geks_tornqvist"];
    private static readonly string[] s_districts = ["330102", "330105", "330109"];
    private static readonly string[] s_withDistricts = ["FCEI", "CMVI", "STFI"];

    /// <param name="seed">Of the order of the rows; 0 leaves them as they are.</param>
    internal static async Task<string> Of(int seed)
    {
        using var command = new CommandRun();
        var random = seed == 0 ? null : new Random(seed);
        var observations = command.Put("observations.csv", Rows(random, [.. Files().Where(f => Path.GetFileName(f) != "deals.csv")]));
        var districts = command.Put("districts.csv", Districts(random));
        var deals = command.Put("deals.csv", Rows(random, Demo("deals.csv")));
        var prices = command.Put("prices.csv", Prices(random));
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var index in Directory.EnumerateFiles(Seed("methodology"), "*.yaml").Order(StringComparer.Ordinal)
            .GroupBy(file => Path.GetFileName(file).Split('-', 3)[1]))
        {
            string[] input = [.. index.SelectMany(file => new[] { "--methodology", file }), "--catalogue", Seed("catalogue.yaml"),
                .. index.Key == "IFPI" ? new[] { "--deals", deals } : ["--observations", observations]];
            await Add(["compute", .. input]);
            if (s_withDistricts.Contains(index.Key))
                await Add(["compute", .. index.SelectMany(file => new[] { "--methodology", file }), "--catalogue", Seed("catalogue.yaml"), "--observations", districts, "--district"]);
            await Add(["lab", .. input, "--draws", "100"]);
        }
        await Add(["compute", "--prices", prices, "--formula", string.Join(',', s_formulas)]);
        await Add(["targets", "--targets", Seed("targets.yaml"), "--observations", observations, "--as-of", "2025-11-01"], "targets.csv");
        return Convert.ToHexStringLower(hash.GetCurrentHash());

        async Task Add(string[] args, string file = "")
        {
            Directory.CreateDirectory(command.Out);
            if (await command.Run([.. args, "--out", Path.Combine(command.Out, file)]) != 0)
                throw new InvalidOperationException(command.Error);
            // Targets name the rows of codes that they do not use, wherever these stand.
            hash.AppendData(Encoding.UTF8.GetBytes(command.Output + (args[0] == "targets" ? "" : command.Error)));
            foreach (var written in Directory.EnumerateFiles(command.Out).Order(StringComparer.Ordinal))
            {
                hash.AppendData(Encoding.UTF8.GetBytes(Path.GetFileName(written)));
                hash.AppendData(File.ReadAllBytes(written));
            }
            Directory.Delete(command.Out, recursive: true);
        }
    }

    /// <summary>Three districts with the city's figures, each series of a district times its own factor.</summary>
    private static string Districts(Random? random)
    {
        var lines = Files().Where(f => Path.GetFileName(f) != "deals.csv").Select(File.ReadAllLines).ToArray();
        var columns = lines[0][0].Split(',');
        var (indicator, area, value) = (Array.IndexOf(columns, "indicator"), Array.IndexOf(columns, "area"), Array.IndexOf(columns, "value"));
        return Shuffled(lines[0][0], [
            .. from cells in lines.SelectMany(file => file.Skip(1)).Select(line => line.Split(','))
               from place in Enumerable.Range(0, s_districts.Length)
               let factor = 1.0 + 0.25 * place + cells[indicator].Length % 7 * (1 - place) / 20.0
               select string.Join(',', cells.Select((cell, at) => at == area ? s_districts[place]
                   : at == value && double.TryParse(cell, CultureInfo.InvariantCulture, out var x) ? (x * factor).ToString("R", CultureInfo.InvariantCulture) : cell))], random);
    }

    /// <summary>Two hundred cells in two years, every ninth missing.</summary>
    private static string Prices(Random? random) => Shuffled("cell,period,price,quantity", [
        .. from cell in Enumerable.Range(0, 200)
           from month in Enumerable.Range(0, 24)
           where (cell + 5 * month) % 9 != 0
           let price = 1.0 + (cell * 7919 + month * 104729) % 10007 / 3000.0
           select string.Create(CultureInfo.InvariantCulture, $"C{cell:D3},{2023 + month / 12}-{month % 12 + 1:D2},{price:R},{1 + (cell + month) % 7}")], random);

    private static string Rows(Random? random, params string[] files)
    {
        var lines = files.Select(File.ReadAllLines).ToArray();
        return Shuffled(lines[0][0], [.. lines.SelectMany(file => file.Skip(1))], random);
    }

    private static string Shuffled(string header, string[] rows, Random? random)
    {
        random?.Shuffle(rows);
        return header + "\n" + string.Join('\n', rows) + "\n";
    }

    private static IEnumerable<string> Files() => Directory.EnumerateFiles(Demo(""), "*.csv").Order(StringComparer.Ordinal);

    private static string Demo(string file) => RepositoryRoot.File("data", "seed", "demo", file);

    private static string Seed(string file) => RepositoryRoot.File("data", "seed", file);
}
