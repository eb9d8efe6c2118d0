namespace Dashboard.Security;

/// <summary>How many wrong tries close a door, and for how long.</summary>
internal readonly record struct Tries(int Most, TimeSpan LockFor)
{
    /// <summary>What is to be remembered after one more wrong try.</summary>
    /// <param name="failures">Wrong tries in a row so far.</param>
    /// <param name="lockedUntil">The lock that has run out, which leaves a full set of tries; null when there was none.</param>
    internal (int Failures, DateTimeOffset? LockedUntil) AfterWrong(int failures, DateTimeOffset? lockedUntil, DateTimeOffset now)
    {
        var counted = lockedUntil is null ? failures + 1 : 1;
        return (counted, counted >= Most ? now + LockFor : null);
    }
}
