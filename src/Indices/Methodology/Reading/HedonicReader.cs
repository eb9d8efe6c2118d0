using Indices.Methodology.Yaml;

namespace Indices.Methodology.Reading;

/// <summary>Reads how the quality of deals is controlled for.</summary>
internal static class HedonicReader
{
    private static readonly Kind<HedonicRegressor> s_regressor = Kind.OneOf(
        ("tenor", HedonicRegressor.Tenor), ("rating", HedonicRegressor.Rating), ("product", HedonicRegressor.Product),
        ("amount", HedonicRegressor.Amount), ("industry", HedonicRegressor.Industry));

    /// <summary>Null when the file asks for no check.</summary>
    internal static HedonicRule? Read(Section file)
    {
        HedonicRule? rule = null;
        file.Inside("quality", s =>
        {
            _ = s.ValueOrNull("primary", Kind.OneOf(("stratification", true)));
            var isAsked = s.ValueOrNull("check", Kind.OneOf(("hedonic_time_dummy_additive", true))) ?? false;
            var read = new HedonicRule(
                s.Value("min_obs", Kind.PositiveWhole, 40), s.Value("window_quarters", Kind.PositiveWhole, 8),
                s.Value("standard_tenor", Kind.PositiveWhole, 7),
                s.Has("regressors") ? s.Values("regressors", s_regressor) : [.. Enum.GetValues<HedonicRegressor>()]);
            rule = isAsked ? read : null;
        });
        return rule;
    }
}
