namespace Indices.Calculation.Lab;

/// <summary>A method has no result on these data, such as a geometric mean of a negative value. The reason is for people, in both languages.</summary>
public sealed class UndefinedResultException(Warning reason) : Exception($"{reason.Chinese} {reason.English}")
{
    internal UndefinedResultException(string chinese, string english)
        : this(new Warning(chinese, english))
    {
    }

    public Warning Reason { get; } = reason;
}
