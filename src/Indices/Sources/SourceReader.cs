using System.Text.RegularExpressions;
using Indices.Methodology;
using Indices.Methodology.Reading;
using Indices.Methodology.Yaml;

namespace Indices.Sources;

/// <summary>Reads the sources of one file; what two of them may not share is remembered from one to the next.</summary>
internal sealed partial class SourceReader(KnownCodes known, Faults faults, ILookup<string, string>? taken)
{
    private static readonly Kind<SourceKind> s_kind = Kind.OneOf([.. Enum.GetValues<SourceKind>().Select(k => (SourceWords.Of(k), k))]);
    private static readonly Kind<int> s_lag = Kind.Whole.Where(d => d <= 1000, "0 到 1000 的整数", "a whole number from 0 to 1000");

    private readonly Codes _codes = new(faults, []);
    private readonly Codes _patterns = new(faults, []);

    internal Source Read(Section s)
    {
        s.Recorded("notes");
        var code = s.Code("code");
        _codes.Add(code, s.LineOf("code"));
        var kind = s.Value("kind", s_kind);
        var source = new Source(
            code, new LocalText(s.Text("name_zh"), s.TextOrNull("name_en")), kind, Borrowed(s, "agency", known.Agencies, "机构", "Agency") ?? "",
            Inbox(s), Address(s), Borrowed(s, "area", known.Areas, "地区", "Area") ?? "", s.TextOrNull("scope") ?? "", s.TextOrNull("unit"),
            s.Value("all_or_nothing", Kind.Flag, false), Cron(s), s.ValueOrNull("due_lag_days", s_lag), s.TextOrNull("contact"), Credentials(s),
            s.Value("enabled", Kind.Flag, true), s.Each("series", new SeriesReader(known, kind).Read))
        {
            Json = s.InOrNull("json", JsonShapeReader.Read),
        };
        new SourceRules(s, source).Check();
        return source;
    }

    /// <summary>A code of the catalogue; null when absent.</summary>
    internal static string? Borrowed(Section s, string key, IReadOnlySet<string> known, string chinese, string english)
    {
        var code = s.TextOrNull(key);
        if (code is not null && !known.Contains(code))
            s.Fault(key, $"“{key}”：没有{chinese}“{code}”。", $"'{key}': {english} '{code}' is not known.");
        return code;
    }

    private string? Inbox(Section s)
    {
        if (s.TextOrNull("inbox") is not { } pattern)
            return null;
        if (pattern.AsSpan().IndexOfAny('/', '\\') >= 0 || pattern.Trim('*', '?', ' ').Length == 0)
            s.Fault("inbox", $"“inbox”的“{pattern}”不是文件名模式（不含目录，不能只有通配符）。", $"'inbox': '{pattern}' is not a pattern of file names (no folders, not wildcards alone).");
        _patterns.Add(pattern, s.LineOf("inbox"));
        if (taken?[pattern].FirstOrDefault() is { } other)
            s.Fault("inbox", $"“inbox”的“{pattern}”已属于来源 {other}。", $"'inbox': '{pattern}' belongs to source {other}.");
        return pattern;
    }

    private static Uri? Address(Section s)
    {
        if (s.TextOrNull("address") is not { } text)
            return null;
        if (Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "https" or "http" && address.UserInfo.Length == 0 && address.Host.Length > 0)
            return address;
        s.Fault("address", $"“address”的“{text}”不是 https 或 http 地址，或含有用户名和口令。", $"'address': '{text}' is not an https or http address, or it carries a user name.");
        return null;
    }

    // Whether the words mean a schedule is the scheduler's to say; this keeps the shape.
    private static string? Cron(Section s)
    {
        var cron = s.TextOrNull("cron");
        if (cron is not null && !CronShape().IsMatch(cron))
            s.Fault("cron", $"“cron”的“{cron}”不是 6 或 7 段的计划表达式（0 30 9 * * ?）。", $"'cron': '{cron}' is not a schedule of 6 or 7 fields such as 0 30 9 * * ?.");
        return cron;
    }

    private static string? Credentials(Section s)
    {
        var name = s.TextOrNull("credentials");
        if (name is not null && !Kind.IsCode(name))
            s.Fault("credentials", "“credentials”只写配置项的名称，不写口令本身。", "'credentials' is the name of a setting, never the secret itself.");
        return name;
    }

    [GeneratedRegex(@"\A[0-9*?,/#LWA-Za-z-]+( [0-9*?,/#LWA-Za-z-]+){5,6}\z", RegexOptions.CultureInvariant)]
    private static partial Regex CronShape();
}
