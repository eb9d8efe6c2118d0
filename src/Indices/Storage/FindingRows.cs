using System.Data;
using Indices.Observations;

namespace Indices.Storage;

/// <summary>Turns rows of the table of findings into findings.</summary>
internal static class FindingRows
{
    /// <summary>Of <c>quarantined_row q</c> and its <c>raw_document r</c>, in the order that <see cref="Read"/> takes them.</summary>
    public const string Columns = "r.sha256, r.name, q.source_row, q.column_name, q.offending_text, q.reason_chinese, q.reason_english, q.kind, q.code";

    public static QuarantinedRow Read(IDataRecord r) => new(
        r.GetString(0), r.GetString(1), r.GetInt32(2), r.GetString(3), r.GetString(4), r.GetString(5), r.GetString(6),
        r.Name<FindingKind>(7), r.GetString(8));
}
