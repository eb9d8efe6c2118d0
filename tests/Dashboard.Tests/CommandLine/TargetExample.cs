using System.Globalization;
using System.Text;

namespace Dashboard.Tests.CommandLine;

/// <summary>The inputs of the methodology's worked example of targets as a file of observations.</summary>
internal static class TargetExample
{
    internal static string Observations { get; } = Text();

    private static string Text()
    {
        var text = new StringBuilder("indicator,area,period,value,measure,scope\n");
        foreach (var row in KnownTable.Read("targets_inputs.csv"))
            text.AppendLine(CultureInfo.InvariantCulture, $"{Line((string)row["series"], (string)row["time"], (string)row["value"])}");
        // The example gives the number of companies in its text only, and the new ones of 36 months as a series of their own.
        return text.Append("COUNT-DEMO,1,2022,300,value,\nCOUNT-DEMO,1,2024,352,value,\n").ToString();
    }

    private static string Line(string series, string time, string value) => series switch
    {
        "COUNT_monthly_new" => $"COUNT-NEW,1,{new DateOnly(2021, 12, 1).AddMonths(int.Parse(time, CultureInfo.InvariantCulture)):yyyy-MM},{value},value,",
        "GROWTH" => $"GROWTH-DEMO,1,{time},{value},yoy,",
        _ when series.StartsWith("CLUSTER:", StringComparison.Ordinal) => $"CLUSTER-DEMO,1,{time},{value},value,{series["CLUSTER:".Length..]}",
        _ => $"{series}-DEMO,1,{time},{value},value,",
    };
}
