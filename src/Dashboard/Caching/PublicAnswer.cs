namespace Dashboard.Caching;

/// <summary>Marks endpoints that answer everybody alike: a function of the address, the database and the instant, and of nothing else.</summary>
public sealed class PublicAnswer
{
    public static PublicAnswer Mark { get; } = new();
}
