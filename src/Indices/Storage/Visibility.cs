namespace Indices.Storage;

/// <summary>What the public may see, said once.</summary>
/// <remarks>
/// Every query of the public reader begins with <see cref="With"/> and selects from <c>visible</c>. It is text and not
/// a view because a view cannot take the instant: whoever forgets to bind <c>@now</c> gets an error, not a leak, and no
/// job has to flip a flag on time.
/// </remarks>
internal static class Visibility
{
    public const string With = """
        WITH visible AS (SELECT * FROM release_state WHERE state = 'Approved' AND release_at <= @now)
        """;
}
