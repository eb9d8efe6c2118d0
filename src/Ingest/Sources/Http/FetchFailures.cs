using System.Net;
using System.Net.Sockets;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace Ingest.Sources.Http;

/// <summary>What went wrong on the way, in words for staff.</summary>
internal static class FetchFailures
{
    /// <summary>Null for what is not the source's doing, such as a full disk or a request to stop.</summary>
    internal static FetchException? Of(Exception failure, FetchOptions options) => failure switch
    {
        FetchException told => told,
        { InnerException: RefusedAddressException refused } => refused,
        TimeoutRejectedException => new FetchException(
            $"{options.Idle.TotalSeconds} 秒内没有应答。", $"No answer within {options.Idle.TotalSeconds} s.", failure),
        BrokenCircuitException => new FetchException("该服务器连续失败，暂停请求。", "The server has failed repeatedly and is left alone for now.", failure),
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => new FetchException(
            "证书过期、无效或与主机名不符，已拒绝。", "The certificate has expired, is not valid or is another host's; refused.", failure),
        HttpRequestException { InnerException: SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain } } => new FetchException("找不到该主机。", "The host was not found.", failure),
        HttpRequestException { InnerException: SocketException } => new FetchException("无法连接。", "Could not connect.", failure),
        HttpRequestException or HttpIOException or InvalidDataException or IOException { InnerException: SocketException } => new FetchException(
            "内容不完整或已损坏，整份放弃。", "The content is incomplete or damaged; none of it was taken.", failure),
        _ => null,
    };

    internal static FetchException Of(HttpStatusCode status) => new(
        $"来源返回 HTTP {(int)status}。", $"The source answered HTTP {(int)status}.");

    internal static FetchException Late(FetchOptions options, Exception failure) => new(
        $"{options.Deadline.TotalSeconds} 秒内没有收完，已放弃。", $"Not complete within {options.Deadline.TotalSeconds} s; given up.", failure);
}
