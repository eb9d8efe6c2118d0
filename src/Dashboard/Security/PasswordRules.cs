using System.Globalization;
using System.Reflection;

namespace Dashboard.Security;

/// <summary>Which school of passwords the office follows.</summary>
internal enum PasswordPolicy
{
    /// <summary>GB/T 22239-2019, 8.1.4.1 a: three of four classes of characters, and a new password every 90 days.</summary>
    Mlps,
    /// <summary>OWASP ASVS 5.0, 6.2: no classes and no term, only length and a list of known passwords.</summary>
    Asvs,
}

/// <summary>What a password must be. At least 12 characters, not a well-known one and not the last five under either policy.</summary>
internal static class PasswordRules
{
    internal const int MinimumLength = 12;
    internal const int Remembered = 5;
    private static readonly TimeSpan Term = TimeSpan.FromDays(90);

    private static readonly Lazy<HashSet<string>> Common = new(ReadCommon);

    /// <summary>Null when acceptable, otherwise why not.</summary>
    internal static string? Fault(PasswordPolicy policy, string name, string password, Language language) =>
        password.Length < MinimumLength ? language[$"口令至少 {MinimumLength} 个字符。", $"At least {MinimumLength} characters."]
        : password.Contains(name, StringComparison.OrdinalIgnoreCase) ? language["口令不能包含用户名。", "It may not contain the user name."]
        : password.Distinct().Count() < 6 ? language["口令太单一。", "Too few different characters."]
        : IsCommon(password) ? language["这是常见口令，容易被猜到。", "This is a common password, easily guessed."]
        : policy == PasswordPolicy.Mlps && Classes(password) < 3 ? language["口令须含大写字母、小写字母、数字、符号中的三类。", "It needs three of: capitals, small letters, digits, symbols."]
        : null;

    internal static bool IsOverdue(PasswordPolicy policy, DateTimeOffset setAt, DateTimeOffset now) => policy == PasswordPolicy.Mlps && now - setAt >= Term;

    private static int Classes(string password) =>
        (password.Any(char.IsUpper) ? 1 : 0) + (password.Any(char.IsLower) ? 1 : 0) + (password.Any(char.IsDigit) ? 1 : 0) + (password.Any(c => !char.IsLetterOrDigit(c)) ? 1 : 0);

    /// <summary>On the list as it is, or with digits and symbols around it: <c>Password2026!</c> is as well known as <c>password</c>.</summary>
    private static bool IsCommon(string password)
    {
        var plain = password.ToLower(CultureInfo.InvariantCulture);
        var core = plain.Trim([.. plain.Where(c => !char.IsLetter(c))]).Replace('@', 'a').Replace('0', 'o').Replace('1', 'i').Replace('3', 'e').Replace('$', 's').Replace('5', 's');
        return Common.Value.Contains(plain) || Common.Value.Contains(core);
    }

    private static HashSet<string> ReadCommon()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Dashboard.Security.common-passwords.txt")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
    }
}
