using System.Collections.Frozen;
using Indices.Calculation;
using Microsoft.Data.Sqlite;

namespace Indices.Storage;

internal static class FrozenRows
{
    /// <param name="sql">Names and values, in the order of the approvals: the first value of a name wins.</param>
    public static FrozenParameters List(SqliteConnection connection, string sql, object parameters) => new(
        connection.List(sql, parameters, r => (Name: r.GetString(0), Value: r.Number(1)))
            .DistinctBy(p => p.Name).ToFrozenDictionary(p => p.Name, p => p.Value));
}
