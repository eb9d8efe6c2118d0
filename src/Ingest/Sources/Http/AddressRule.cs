namespace Ingest.Sources.Http;

/// <summary>Which addresses may be asked: those whose scheme, host and port the settings list together.</summary>
internal sealed class AddressRule(FetchOptions options)
{
    private readonly HashSet<string> _servers = [.. options.Servers.Select(Server)];

    /// <exception cref="RefusedAddressException">The address is not on the list.</exception>
    internal void Require(Uri address)
    {
        if (address is { IsAbsoluteUri: true, UserInfo.Length: 0 } && address.Scheme is "https" or "http" && _servers.Contains(Server(address)))
            return;
        var server = address.IsAbsoluteUri ? Server(address) : address.OriginalString;
        throw new RefusedAddressException(
            $"“{server}”不在允许抓取的服务器之列（设置 Fetch:Servers）。", $"'{server}' is not a server that may be asked (setting Fetch:Servers).");
    }

    // The punycode form: one host has one name here, however it was typed.
    private static string Server(Uri address) => $"{address.Scheme}://{address.IdnHost.TrimEnd('.')}:{address.Port}".ToLowerInvariant();
}
