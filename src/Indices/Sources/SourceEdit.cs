namespace Indices.Sources;

/// <summary>A decision of a person about one source.</summary>
/// <param name="Text">A file of its own in the format of <c>sources.yaml</c>, with this source alone; null for what the file says.</param>
/// <param name="By">Account.</param>
public sealed record SourceEdit(long Id, string Source, string? Text, string Reason, string By, DateTimeOffset At);

public interface ISourceEditReader
{
    /// <summary>Newest first.</summary>
    Task<IReadOnlyList<SourceEdit>> Edits(string source, CancellationToken cancellation = default);
}

public interface ISourceEditWriter
{
    /// <param name="edit">Its id is given here.</param>
    /// <exception cref="Methodology.MethodologyFileException">With it the sources in force would break a rule; nothing happened.</exception>
    /// <exception cref="InvalidOperationException">Nothing is defined yet, or the source is as the file says already.</exception>
    Task Add(SourceEdit edit, CancellationToken cancellation = default);
}

/// <summary>Changes sources, in force at once: for files, for what is fetched and when.</summary>
/// <remarks>Whoever calls has made sure that the person may.</remarks>
public interface ISourceControl
{
    /// <param name="text">As <see cref="SourceEdit.Text"/>.</param>
    /// <exception cref="InvalidOperationException">There is no reason, or the change is refused; its faults are the message.</exception>
    Task Change(string source, string? text, string reason, string by, CancellationToken cancellation = default);
}
