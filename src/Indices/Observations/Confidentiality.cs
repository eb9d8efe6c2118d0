namespace Indices.Observations;

/// <summary>Whether a value may be published, and if not why: a flag of its own beside <see cref="ObservationStatus"/>, after SDMX CL_CONF_STATUS (methodology, section 2.2).</summary>
public enum Confidentiality
{
    /// <summary>Free (F).</summary>
    Free,
    /// <summary>Primary: too few deals or users of funds (A).</summary>
    SmallCount,
    /// <summary>Primary: one or two users of funds make up too much of it (O).</summary>
    Dominance,
    /// <summary>Secondary: with what else is published it would give a confidential value away (D).</summary>
    Secondary,
    /// <summary>Secondary, in time: its difference from a window published before rests on too few users of funds (D).</summary>
    Window,
}

public static class Confidentialities
{
    /// <summary>The letter of the code list.</summary>
    public static string Code(this Confidentiality status) => status switch
    {
        Confidentiality.Free => "F",
        Confidentiality.SmallCount => "A",
        Confidentiality.Dominance => "O",
        _ => "D",
    };
}
