namespace Indices.Provenance;

public interface IScheduleReader
{
    /// <summary>All, newest first.</summary>
    Task<IReadOnlyList<ScheduleEvent>> Events(CancellationToken cancellation = default);

    /// <summary>Newest first.</summary>
    Task<IReadOnlyList<Misfire>> Misfires(int count, CancellationToken cancellation = default);
}

public interface IScheduleWriter
{
    /// <param name="happened">Its id is given here.</param>
    Task Add(ScheduleEvent happened, CancellationToken cancellation = default);

    Task Add(Misfire misfire, CancellationToken cancellation = default);
}
