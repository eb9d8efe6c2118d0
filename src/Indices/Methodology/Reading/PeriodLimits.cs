using Indices.Methodology.Yaml;
using Indices.Time;

namespace Indices.Methodology.Reading;

/// <summary>A number of periods for each frequency.</summary>
internal sealed record PeriodLimits(int Annual, int Quarterly, int Monthly)
{
    internal int Of(Frequency frequency) => frequency switch
    {
        Frequency.Monthly => Monthly,
        Frequency.Quarterly => Quarterly,
        _ => Annual,
    };

    /// <summary>A map <c>{M: 3, Q: 2, A: 1}</c>; what it leaves out keeps its default.</summary>
    internal PeriodLimits Read(Section section, string key) => section.InOrNull(key, s => new PeriodLimits(
        s.Value("A", Kind.Whole, Annual), s.Value("Q", Kind.Whole, Quarterly), s.Value("M", Kind.Whole, Monthly))) ?? this;
}
