using Dapper;
using Indices.Releases;
using Microsoft.Data.Sqlite;

namespace Indices.Storage;

/// <summary>Who prepared a release version: its calculation, its note, its data.</summary>
internal static class Preparers
{
    /// <param name="series">Codes of what the index is calculated from.</param>
    public static IReadOnlyList<string> Of(SqliteConnection connection, ReleaseVersion version, IReadOnlySet<string> series) =>
    [
        version.ProposedBy,
        .. connection.Query<string>("SELECT DISTINCT edited_by FROM release_notice WHERE release_version = @Id", new { version.Id }),
        .. Editors(connection, version, series),
    ];

    /// <summary>Who let in data of the index last, after the newest other approved release was calculated; before that, others have answered for it.</summary>
    private static IEnumerable<string> Editors(SqliteConnection connection, ReleaseVersion version, IReadOnlySet<string> series) => connection.Query<string>("""
        SELECT d.decided_by
        FROM pending_decision d
        JOIN pending_document p ON p.id = d.pending
        JOIN raw_document r ON r.sha256 = p.sha256
        WHERE d.decision = 'Accepted' AND d.decided_at <= @proposed
          AND d.decided_at > COALESCE((SELECT MAX(data_vintage) FROM release_state WHERE index_code = @Index AND state = 'Approved' AND id <> @Id), '')
          AND (EXISTS (SELECT 1 FROM document_series o JOIN series s ON s.id = o.series WHERE o.document = r.id AND s.indicator IN @series)
               OR (@deals AND EXISTS (SELECT 1 FROM deal WHERE document = r.id)))
        ORDER BY d.decided_at DESC LIMIT 1
        """, new { version.Index, version.Id, proposed = Texts.Of(version.ProposedAt), series, deals = series.SetEquals([version.Index]) });
}
