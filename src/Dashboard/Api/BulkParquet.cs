using System.Collections.Immutable;
using System.Globalization;
using Dashboard.Sdmx.Data;
using Dashboard.Sdmx.Structures;
using Parquet;
using Parquet.Data;
using Parquet.Schema;

namespace Dashboard.Api;

/// <summary>The table of all indices as Parquet: numbers as doubles, everything else as text, both nullable.</summary>
internal static class BulkParquet
{
    internal static async Task<byte[]> Write(DataStructure structure, ImmutableArray<DataRow> rows)
    {
        var fields = structure.Components.Select(c => c.IsNumber ? (DataField)new DataField<double?>(c.Id) : new DataField<string>(c.Id)).ToArray();
        using var buffer = new MemoryStream();
        await using (var writer = await ParquetWriter.CreateAsync(new ParquetSchema(fields), buffer))
        {
            using var group = writer.CreateRowGroup();
            for (var i = 0; i < fields.Length; i++)
            {
                var place = i;
                if (structure.Components[i].IsNumber)
                    await group.WriteAsync<double>(fields[i], rows.Select(r => Number(r.Cells[place])).ToArray());
                else
                    await group.WriteAsync(fields[i], rows.Select(r => r.Cells[place]).ToArray());
            }
        }
        return buffer.ToArray();
    }

    private static double? Number(string? text) => text is null ? null : double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
