using System.Globalization;
using Indices.Methodology;
using Indices.Observations;
using Indices.Time;

namespace Indices.Calculation.Composite;

/// <summary>What of a period may be published, and why the rest may not (methodology, section 8).</summary>
internal static class PublicationGate
{
    /// <summary>The index and then its groups, in file order.</summary>
    internal static IEnumerable<NodeValue> Values(LinkedVersion version, Period period)
    {
        var root = version.Run.At(period).Root;
        return root.Groups.Skip(1).Select(group => Group(version, period, group)).Prepend(Index(version, period, root));
    }

    /// <summary>Flag of the index: its inputs' worst, and low reliability where coverage is thin.</summary>
    internal static ObservationStatus IndexStatus(NodeState root, CoverageRule rule)
    {
        var status = root.Status(rule.Epsilon);
        return root.Value is not null && root.Coverage < rule.LowReliabilityBelow - rule.Epsilon
            ? ObservationStatuses.Worse(status, ObservationStatus.U)
            : status;
    }

    private static NodeValue Index(LinkedVersion version, Period period, NodeState root)
    {
        var rule = version.Run.Version.Coverage;
        var value = version.Index(period);
        var reason = NoValue(root) ?? NoFactor(version) ?? Withheld(root, rule);
        var status = value is null ? ObservationStatus.O : IndexStatus(root, rule);
        return new(period, version.Run.Version.Code, version.Name, value, status, root.Coverage, reason is null, reason);
    }

    /// <summary>Why the aggregate of a whole tree may not be published; null when it may.</summary>
    internal static Warning? Withheld(NodeState root, CoverageRule rule) => NoValue(root) ?? Below(root, rule.IndexMinimum, rule, null)
        ?? root.Children.Where(c => c.Node is IndexGroup)
            .Select(pillar => Below(pillar, rule.PillarMinimum, rule, pillar.Node.Name)).FirstOrDefault(why => why is not null);

    private static NodeValue Group(LinkedVersion version, Period period, NodeState group)
    {
        var rule = version.Run.Version.Coverage;
        var reason = NoValue(group) ?? Below(group, rule.PillarMinimum, rule, null);
        return new(period, group.Node.Code, version.Name, group.Value, group.Status(rule.Epsilon), group.Coverage, reason is null, reason);
    }

    private static Warning? NoValue(NodeState node) =>
        node.Missing is { } why ? new($"无数值：{why.Chinese}", $"no value: {why.English}") : null;

    private static Warning? NoFactor(LinkedVersion version)
    {
        if (version.Factor is not null)
            return null;
        if (version.Run.Version.Link is not { } link)
            return new($"无数值：基期{version.Run.Version.Base}不完整", $"no value: base period {version.Run.Version.Base} is not complete");
        var overlap = string.Join(", ", link.Overlap);
        return new($"无数值：与上一版本的重叠期{overlap}不完整", $"no value: overlap {overlap} with the version before is not complete");
    }

    private static Warning? Below(NodeState node, double minimum, CoverageRule rule, LocalText? pillar)
    {
        if (node.Coverage >= minimum - rule.Epsilon)
            return null;
        // Cut, not rounded: 0.799 must not read as the 0.80 that it fails.
        var coverage = (Math.Floor((node.Coverage + rule.Epsilon) * 100.0) / 100.0).ToString("F2", CultureInfo.InvariantCulture);
        return pillar is null
            ? new($"未发布：覆盖率 {coverage}", $"not published: coverage {coverage}")
            : new($"未发布：{pillar.Chinese}覆盖率 {coverage}", $"not published: coverage {coverage} of {pillar.In(true)}");
    }
}
