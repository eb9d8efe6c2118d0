using System.Text;
using Indices.Observations;
using Indices.Time;
using Ingest.Sources;
using Ingest.Sources.Csv;

namespace Ingest.Tests.Sources.Csv;

/// <summary>Files as they come to the office's door at noon (Shanghai) on 2 May 2024.</summary>
internal static class Reading
{
    internal static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    internal static readonly Vintage ReceivedAt = new(new DateTimeOffset(2024, 5, 2, 12, 0, 0, TimeSpan.FromHours(8)));

    internal static readonly FileContext AtTheDoor = new(new string('a', 64), Origin.Official, "990100", ReceivedAt, null, Shanghai);

    internal static FileContent Read(string text, FileContext? context = null) => CsvFile.Read(Encoding.UTF8.GetBytes(text), context ?? AtTheDoor);

    internal static Vintage At(string instant) => new(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture));
}
