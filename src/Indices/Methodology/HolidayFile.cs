using Indices.Methodology.Reading;
using Indices.Methodology.Yaml;

namespace Indices.Methodology;

/// <summary>Reads the working days of the years for which there is a notice (docs/methodology-format.md).</summary>
public static class HolidayFile
{
    /// <exception cref="MethodologyFileException">The file is refused, with all its faults.</exception>
    public static WorkingDayCalendar Parse(string fileName, string text)
    {
        var faults = new Faults(fileName);
        var calendar = Read(text, faults);
        faults.ThrowIfAny();
        return calendar!;
    }

    internal static WorkingDayCalendar? Read(string text, Faults faults) => Section.OfFile(text, faults, file =>
    {
        file.Recorded("schema", "notes");
        if (!file.Has("years"))
            _ = file.Text("years");
        var years = file.Each("years", ReadYear);
        foreach (var twice in years.GroupBy(y => y.Year).SelectMany(g => g.Skip(1)))
            faults.Add(twice.Line, $"{twice.Year} 年出现两次。", $"Year {twice.Year} is given twice.");
        var off = years.SelectMany(y => y.Holidays).SelectMany(h => h.Days).ToHashSet();
        foreach (var holiday in years.SelectMany(y => y.Holidays))
            holiday.Check(off);
        return new WorkingDayCalendar(
            years.Select(y => y.Year), off, years.SelectMany(y => y.Holidays).SelectMany(h => h.MakeUpDays));
    });

    private static HolidayYear ReadYear(Section s)
    {
        var year = s.Value("year", Kind.PositiveWhole.Where(y => y <= 9998, "年份", "a year"));
        _ = s.Text("notice");
        s.Recorded("issued", "amended_by", "notes");
        return new(year, s.LineOf("year"), s.Each("holidays", h => HolidayRange.Read(h, year)));
    }
}
