namespace Indices.Releases;

/// <summary>Who may take a step: who prepared a release does not review it, and who prepared or reviewed it does not approve it. Jobs are nobody.</summary>
internal static class FourEyes
{
    /// <param name="preparers">Who ordered the calculation, wrote the note, or let in its data last.</param>
    /// <exception cref="InvalidOperationException">The person is one of them.</exception>
    internal static void RequireOther(string person, IEnumerable<string> preparers)
    {
        if (preparers.Any(other => IsSame(person, other)))
            throw new InvalidOperationException(
                $"{person} 参与了拟稿，不能审核或批准。{person} prepared this release and can neither review nor approve it.");
    }

    /// <exception cref="InvalidOperationException">The person reviewed it.</exception>
    internal static void RequireSecond(string person, string reviewer)
    {
        if (IsSame(person, reviewer))
            throw new InvalidOperationException(
                $"{person} 已审核，批准须由另一人作出。{person} reviewed this release; another person must approve it.");
    }

    private static bool IsSame(string person, string other) => string.Equals(person, other, StringComparison.OrdinalIgnoreCase);
}
