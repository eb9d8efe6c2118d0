namespace Dashboard.Security;

/// <summary>Marks the one kind of page that other sites may show in a frame.</summary>
public sealed class Embeddable
{
    public static Embeddable Mark { get; } = new();
}
