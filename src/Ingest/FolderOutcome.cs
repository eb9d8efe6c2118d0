using Indices.Observations;

namespace Ingest;

/// <summary>What bringing in a folder did so far.</summary>
/// <param name="Total">Files that there are to read.</param>
/// <param name="Done">Files read.</param>
/// <param name="Known">Of those, files whose bytes were known already.</param>
public sealed record FolderOutcome(int Total, int Done, int Known, int Added, int Revised, int Unchanged, int Deals, int Refused)
{
    internal static FolderOutcome Start(int total) => new(total, 0, 0, 0, 0, 0, 0, 0);

    /// <summary>True when no value was stored or refused.</summary>
    public bool IsUnchanged => Added + Revised + Deals + Refused == 0;

    internal FolderOutcome With(AppendOutcome file) => this with
    {
        Done = Done + 1,
        Known = Known + (file.Known ? 1 : 0),
        Added = Added + file.Added,
        Revised = Revised + file.Revised,
        Unchanged = Unchanged + file.Unchanged,
        Deals = Deals + file.Deals,
        Refused = Refused + file.Refused,
    };
}
