using System.Collections.Immutable;
using Indices.Time;

namespace Dashboard.Sdmx.Data;

/// <summary>One observation: a cell for each component of the data structure, in its order.</summary>
/// <param name="Cells">Null where there is none; the measure is the published text.</param>
internal sealed record DataRow(ImmutableArray<string?> Cells, Period Period);

/// <summary>What one dissemination brought.</summary>
/// <param name="ValidFrom">Instant from which its values hold, each until a later set brings another; null in an answer without history.</param>
internal sealed record DataSet(string Action, DateTimeOffset? ValidFrom, ImmutableArray<DataRow> Rows);
