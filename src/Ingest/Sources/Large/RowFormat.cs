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
        to.Write(row.ValueText is not null);
        if (row.ValueText is { } value)
            to.Write(value);
        to.Write(row.Conversion is not null);
        if (row.Conversion is not { } conversion)
            return;
        to.Write(conversion.Text);
        to.Write(conversion.Factor);
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
        var value = from.ReadBoolean() ? from.ReadString() : null;
        var conversion = from.ReadBoolean() ? new Conversion(from.ReadString(), from.ReadString()) : null;
        return new(series, period, value, status, vintage, row, bound, citation, conversion);
    }

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
