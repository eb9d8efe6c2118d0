using Indices.Accounts;

namespace Dashboard.Security;

/// <summary>Creates the first administrator when there is no account at all, and prints the password once.</summary>
internal sealed class FirstAdministrator(
    IAccountReader accounts, IAccountWriter writer, Passwords passwords, StaffOptions options, TimeProvider time, ILogger<FirstAdministrator> log) : IHostedService
{
    private const string Name = "admin";

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if ((await accounts.All(cancellationToken)).Count > 0)
            return;
        var password = Passwords.Random(Name);
        await writer.Create(
            Name, await passwords.Hash(Name, password, cancellationToken), Role.Administrator, options.MustChangeFirstPassword,
            new AuditEntry(time.GetUtcNow(), "system", "account.create", Name, "ok", null), cancellationToken);
        log.LogWarning("首次启动：管理员 {Name} 的初始口令是 {Password}（只显示这一次，请登录后修改）。First start: administrator {Name} has the password {Password}, shown this once; change it after logging in.",
            Name, password, Name, password);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
