using Indices.Methodology;

namespace Indices.Calculation.Lab.Report;

/// <summary>One of the alternatives for a step, under the code that files show and the name that pages show.</summary>
/// <param name="Run">What it does.</param>
public sealed record LabMethod<TRun>(string Code, LocalText Name, TRun Run)
{
    internal LabMethod(string code, string chinese, string english, TRun run)
        : this(code, new LocalText(chinese, english), run)
    {
    }
}
