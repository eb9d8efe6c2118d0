using Indices.Methodology;
using Indices.Observations;
using Indices.Time;

namespace Ingest.Demo;

/// <summary>Every series that the definitions name, in their order.</summary>
internal sealed class SeriesHistory
{
    private readonly Story _story;
    private readonly Definitions _definitions;
    private readonly Emission _emission;
    private readonly Publication _publication;
    private readonly PathModel _model;

    /// <exception cref="InvalidOperationException">A denominator is not told, or a told series is in no definition.</exception>
    public SeriesHistory(Story story, Definitions definitions)
    {
        (_story, _definitions) = (story, definitions);
        (_emission, _publication, _model) = (new(story), new(story), new(story));
        var untold = definitions.Catalogue.Denominators.Select(d => d.Code).Where(c => story.Denominators.GetValueOrDefault(c)?.Path is null);
        var known = Composites.SelectMany(i => i.Root.Indicators).Select(i => i.Code).Concat(OwnTargets.Select(t => t.Indicator)).ToHashSet();
        var wrong = untold.Concat(story.Series.Keys.Where(c => !known.Contains(c))).ToArray();
        if (wrong.Length > 0)
            throw new InvalidOperationException($"The anchors and the definitions do not fit for {string.Join(", ", wrong)}.");
    }

    /// <summary>By index, then indicator in file order. An indicator of several versions has one series.</summary>
    public IEnumerable<DemoRow> OfIndex(string code)
    {
        var versions = Composites.Where(i => i.Code == code).ToArray();
        return versions
            .SelectMany(v => v.Root.Indicators)
            .GroupBy(i => i.Code)
            .SelectMany(g => OfIndicator(g.Last(), code, versions[0].Base?.Period.Year ?? _story.FirstYear));
    }

    public IEnumerable<DemoRow> Denominators() =>
        from denominator in _definitions.Catalogue.Denominators
        let told = _story.Denominators[denominator.Code]
        from row in _publication.Rows(
            new(denominator.Code, null, told.LagDays ?? 0, IsExact: true),
            _emission.Points(denominator.Code, Path(told), denominator.Frequency, told))
        select row;

    /// <summary>Targets whose series is no indicator of an index.</summary>
    public IEnumerable<DemoRow> Targets() => OwnTargets.SelectMany(target =>
        _publication.Rows(new(target.Indicator, target.SourceAgency, target.DueLagDays, target.Threshold is not null), PointsOf(target)));

    private IEnumerable<IndexMethodology> Composites => _definitions.Indices.Where(i => !i.IsPrice);

    private IEnumerable<PolicyTarget> OwnTargets
    {
        get
        {
            var indicators = Composites.SelectMany(i => i.Root.Indicators).Select(i => i.Code).ToHashSet();
            return (_definitions.Targets?.Targets ?? []).Where(t => !indicators.Contains(t.Indicator));
        }
    }

    private IEnumerable<DemoRow> OfIndicator(Indicator indicator, string index, int baseYear)
    {
        var told = _story.Of(indicator.Code);
        var points = told switch
        {
            { From: { } from } => Repeated(from, indicator, told.Times),
            { IncrementsOf: { } total } => _emission.Increments(total, Path(_story.Of(total)), indicator.Frequency),
            _ => _emission.Points(
                indicator.Code,
                RawPath.Before(indicator, _model.Of(indicator, index, baseYear), _story),
                indicator.Frequency,
                told),
        };
        var exact = told.Cumulative || told.IncrementsOf is not null;
        return _publication.Rows(new(indicator.Code, indicator.SourceAgency, indicator.DueLagDays, exact), points);
    }

    private IEnumerable<RawPoint> Repeated(string denominator, Indicator indicator, double times)
    {
        var told = _story.Denominators[denominator];
        return _emission.Points(denominator, Path(told), indicator.Frequency, told)
            .Select(p => p with { Value = p.Value * (decimal)times });
    }

    private IEnumerable<RawPoint> PointsOf(PolicyTarget target)
    {
        var told = _story.Of(target.Indicator);
        if (told.Members is { } members)
            return Members(members, target);
        var shape = target.IsStock ? RawShape.Balance : RawShape.Flow;
        var path = told.Path is { } values ? new YearPath(_story.FirstYear - 1, values) : Towards(target.Goal);
        return _emission.Points(target.Indicator, new(shape, path, _story.WholeUnits.Contains(target.Unit)), target.Frequency, told);
    }

    /// <summary>The number of members that reach the threshold, and the size of each as a series of its own scope.</summary>
    private IEnumerable<RawPoint> Members(MemberStory[] members, PolicyTarget target)
    {
        var sizes = _emission.Periods(target.Frequency)
            .SelectMany(p => members.Select(m => (Period: p, m.Name, Size: new YearPath(_story.FirstYear - 1, m.Path).AtEnd(p))))
            .ToArray();
        var counts = sizes.GroupBy(s => s.Period)
            .Select(g => new RawPoint(Measures.Value, g.Key, g.Count(s => s.Size >= (target.Threshold ?? 0))));
        return counts.Concat(sizes.Select(s => new RawPoint(Measures.Value, s.Period, Emission.Round(s.Size, whole: true), s.Name)));
    }

    private YearPath Towards(double goal)
    {
        var years = _story.LastYear - _story.FirstYear + 2;
        return new(_story.FirstYear - 1, [.. Enumerable.Range(0, years).Select(i => goal * (0.5 + 0.5 * i / years))]);
    }

    private RawPath Path(SeriesStory told) => new(RawShape.Balance, new(_story.FirstYear - 1, told.Path!), told.Whole ?? told.Cumulative);
}
