namespace Indices.Storage;

internal enum Appended
{
    /// <summary>Nothing older was known.</summary>
    Added,
    Revised,
    Unchanged,
    /// <summary>The same vintage is already there with another content.</summary>
    Conflict,
}

/// <summary>
/// How a fact with a vintage joins those already stored, whatever order documents arrive in: facts stand in the order of
/// their vintages, a repetition adds none, and what is known as of any time does not depend on the order of arrival.
/// </summary>
/// <typeparam name="TFact">A fact with its vintage.</typeparam>
/// <typeparam name="TKnown">A stored fact.</typeparam>
internal abstract class VintageAppender<TFact, TKnown> where TKnown : class
{
    public Appended Append(TFact fact, out TKnown? before)
    {
        before = Newest(fact);
        if (before is null)
        {
            Insert(fact);
            return Appended.Added;
        }
        var isSameVintage = IsSameVintage(before, fact);
        if (SaysTheSame(before, fact))
        {
            if (!isSameVintage)
                Confirm(fact);
            return Appended.Unchanged;
        }
        if (isSameVintage || IsConfirmed(fact))
            return Appended.Conflict;
        Insert(fact);
        RestoreAfter(fact, before);
        return Appended.Revised;
    }

    /// <summary>The newest stored fact of the same thing whose vintage is not after this one's.</summary>
    protected abstract TKnown? Newest(TFact fact);

    protected abstract bool IsSameVintage(TKnown known, TFact fact);

    protected abstract bool SaysTheSame(TKnown known, TFact fact);

    protected abstract void Insert(TFact fact);

    /// <summary>Remembers that the newest fact was said again at this vintage.</summary>
    protected abstract void Confirm(TFact fact);

    /// <summary>True when the newest fact was said again at exactly this vintage.</summary>
    protected abstract bool IsConfirmed(TFact fact);

    /// <summary>When <paramref name="before"/> was said again after the vintage of <paramref name="fact"/>, it holds again from then on.</summary>
    protected abstract void RestoreAfter(TFact fact, TKnown before);
}
