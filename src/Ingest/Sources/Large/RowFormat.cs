using Indices.Observations;
using Indices.Time;

namespace Ingest.Sources.Large;

/// <summary>Rows as bytes. What many rows share is numbered and kept in memory; the bytes mean nothing to another instance.</summary>
internal sealed class RowFormat
{
    private readonly Numbered<SeriesId> _series = new();
    private readonly Numbered<Period> _periods = new();
    private readonly Numbered<Citation> _citations = new();

    internal void Write(BinaryWriter to, NewObservation row)
    {
        to.Write7BitEncodedInt(_series.Of(row.Series));
        to.Write7BitEncodedInt(_periods.Of(row.Period));
        to.Write(row.Vintage.Instant.UtcTicks);
        to.Write7BitEncodedInt(row.Row);
        to.Write((byte)row.Status);
        to.Write((byte)row.Bound);
        to.Write7BitEncodedInt(row.Citation is null ? 0 : _citations.Of(row.Citation) + 1);
        Write(to, row.ValueText);
        Write(to, row.Conversion?.Text);
        Write(to, row.Conversion?.Factor);
    }

    internal NewObservation Read(BinaryReader from)
    {
        var series = _series[from.Read7BitEncodedInt()];
        var period = _periods[from.Read7BitEncodedInt()];
        var vintage = new Vintage(new DateTimeOffset(from.ReadInt64(), TimeSpan.Zero));
        var row = from.Read7BitEncodedInt();
        var status = (ObservationStatus)from.ReadByte();
        var bound = (Bound)from.ReadByte();
        var citation = from.Read7BitEncodedInt() is > 0 and var number ? _citations[number - 1] : null;
        var value = Text(from);
        var conversion = Text(from) is { } printed ? new Conversion(printed, Text(from)!) : Nothing(from);
        return new(series, period, value, status, vintage, row, bound, citation, conversion);
    }

    private static Conversion? Nothing(BinaryReader from)
    {
        _ = Text(from);
        return null;
    }

    private static void Write(BinaryWriter to, string? text)
    {
        to.Write(text is not null);
        if (text is not null)
            to.Write(text);
    }

    private static string? Text(BinaryReader from) => from.ReadBoolean() ? from.ReadString() : null;

    private sealed class Numbered<T> where T : notnull
    {
        private readonly Dictionary<T, int> _numbers = [];
        private readonly List<T> _things = [];

        internal T this[int number] => _things[number];

        internal int Of(T thing)
        {
            if (_numbers.TryGetValue(thing, out var number))
                return number;
            _numbers.Add(thing, _things.Count);
            _things.Add(thing);
            return _things.Count - 1;
        }
    }
}
