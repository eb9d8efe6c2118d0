using System.Text;
using TestSupport;
using Xunit;

namespace Browser.Tests;

/// <summary>Answers that are kept as files and compared byte by byte.</summary>
internal static class GoldenRelease
{
    /// <summary>Set to 1, answers replace the files that are kept, and the test says so; the change is then read like any other.</summary>
    internal const string Renewal = "DASHBOARD_RENEW_GOLDEN";

    private const int Shown = 60;

    internal static async Task Equal(string file, byte[] answer)
    {
        var path = RepositoryRoot.File("tests", "Browser.Tests", "Golden", file);
        if (Environment.GetEnvironmentVariable(Renewal) == "1")
            await File.WriteAllBytesAsync(path, answer, TestContext.Current.CancellationToken);
        if (Difference(await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken), answer) is { } difference)
            Assert.Fail($"{file}: {difference}\nMeant so? Run this test with {Renewal}=1 and look at what git says has changed.");
    }

    /// <summary>Where two contents differ first, with what stands there; null when they are equal.</summary>
    internal static string? Difference(byte[] kept, byte[] answer)
    {
        var common = kept.AsSpan().CommonPrefixLength(answer);
        return common == kept.Length && common == answer.Length ? null
            : $"byte {common + 1}, line {kept.AsSpan(0, common).Count((byte)'\n') + 1}: kept …{Around(kept, common)}…, answered …{Around(answer, common)}… ({kept.Length} and {answer.Length} bytes).";
    }

    private static string Around(byte[] content, int place)
    {
        var start = Math.Max(0, place - Shown / 2);
        return Encoding.UTF8.GetString(content, start, Math.Min(Shown, content.Length - start));
    }
}
