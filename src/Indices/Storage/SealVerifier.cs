using Indices.Releases;
using Indices.Releases.Seals;
using Indices.Time;
using Microsoft.Data.Sqlite;

namespace Indices.Storage;

internal sealed class SealVerifier(Database database, SealKey key) : ISealVerifier
{
    public Task<SealVerification> Verify(string? index, Period? period, int? number, CancellationToken cancellation = default) => database.Read(c =>
    {
        var releases = c.List($"""
            SELECT {ReleaseRows.Columns} FROM release_state WHERE state = 'Approved'
              AND (@index IS NULL OR index_code = @index) AND (@period IS NULL OR period = @period) AND (@number IS NULL OR number = @number)
            ORDER BY id
            """, new { index, period = period?.ToString(), number }, r => r.GetInt64(0));
        var log = new SealLog(c, key.PublicKey);
        // Only rows that are as they were sealed are sure to be readable, so the others are found first.
        var fault = log.Seals().Concat(log.Digests())
            .Concat(releases.Select(id => Row(c, id, cancellation)).OfType<SealFault>())
            .Concat(log.Chain())
            .Concat(releases.SelectMany(id => Files(c, id)))
            .FirstOrDefault();
        return new SealVerification(releases.Count, fault);
    }, cancellation);

    private static SealFault? Row(SqliteConnection connection, long id, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return SealedRows.First(connection, id);
    }

    /// <summary>What is written of the release must still be what was sealed.</summary>
    private static IEnumerable<SealFault> Files(SqliteConnection connection, long id)
    {
        var content = ReleaseRows.Content(connection, $"SELECT {ReleaseRows.Columns} FROM release_state WHERE id = @id", new { id })!;
        var sealedRow = SealRows.Digests(connection, id)[^1];
        if (SealStatement.Sha256(PublishedTable.Write(content)) is var data && data != sealedRow.Hashes.Data)
            yield return SealFaults.Other("data.csv", content.Version, sealedRow.Hashes.Data, data);
        if (SealStatement.Sha256(SealRows.Receipt(connection, content.Version)) is var receipt && receipt != sealedRow.Hashes.Receipt)
            yield return SealFaults.Other("receipt.json", content.Version, sealedRow.Hashes.Receipt, receipt);
    }
}
