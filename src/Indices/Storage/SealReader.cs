using Indices.Releases.Seals;
using Indices.Time;

namespace Indices.Storage;

/// <summary>Seals of what is visible. Nothing here selects a version from anywhere but <see cref="Visibility"/>.</summary>
internal sealed class SealReader(Database database, SealKey key) : ISealReader
{
    public string PublicKey => key.PublicKey;

    public Task<SealedRelease?> Find(string index, Period? period, int? number, DateTimeOffset now, CancellationToken cancellation = default)
    {
        const string sql = $"""
            {Visibility.With}
            SELECT {ReleaseRows.Columns} FROM visible
            WHERE index_code = @index AND (@period IS NULL OR period = @period) AND (@number IS NULL OR number = @number)
            ORDER BY period DESC, number DESC LIMIT 1
            """;
        return database.Read(c =>
            ReleaseRows.Content(c, sql, new { index, period = period?.ToString(), number, now = Texts.Of(now) }) is { } content
                && SealRows.Of(c, content.Version) is { } seal
                    ? new SealedRelease(content, SealRows.Receipt(c, content.Version), seal)
                    : null, cancellation);
    }
}
