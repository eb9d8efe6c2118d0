namespace Dashboard.CommandLine;

/// <summary>What was given on the command line cannot be used. The message is shown as it is; the exit code is 2.</summary>
internal sealed class BadInputException(string message) : Exception(message)
{
    internal BadInputException(string chinese, string english)
        : this($"{chinese} {english}")
    {
    }
}
