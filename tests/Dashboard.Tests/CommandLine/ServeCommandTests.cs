using Xunit;

namespace Dashboard.Tests.CommandLine;

public sealed class ServeCommandTests : IDisposable
{
    private readonly CommandRun _command = new();

    public void Dispose() => _command.Dispose();

    [Theory]
    [InlineData("", "")]
    [InlineData("serve", "")]
    [InlineData("--urls http://localhost:1 --environment=Development", "--urls http://localhost:1 --environment=Development")]
    [InlineData("serve --urls=http://localhost:1", "--urls=http://localhost:1")]
    [InlineData("urls=http://localhost:1", "urls=http://localhost:1")]
    public async Task Serve_IsTheDefault_AndPassesOptionsOn(string args, string passed)
    {
        Assert.Equal(0, await _command.Run(args.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
        Assert.Equal(passed, string.Join(' ', _command.Served!));
    }

    [Theory]
    [InlineData("sreve")]
    [InlineData("serve now")]
    public async Task Verb_ThatIsUnknown_StartsNothing(string args)
    {
        Assert.Equal(2, await _command.Run(args.Split(' ')));
        Assert.Null(_command.Served);
        Assert.Contains("No such command", _command.Error, StringComparison.Ordinal);
    }
}
