using System.Security.Cryptography;
using System.Text;
using Indices.Time;
using Ingest.Archive;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Ingest.Tests.Archive;

public sealed class DocumentArchiveTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2024, 5, 2, 4, 0, 0, TimeSpan.Zero);
    private readonly string _folder = Directory.CreateTempSubdirectory("archive-test-").FullName;
    private readonly DocumentArchive _archive;

    public DocumentArchiveTests() =>
        _archive = new DocumentArchive(new IngestOptions(_folder, _folder, SeedProfile.None), new FakeTimeProvider(Now));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Store_KeepsTheBytesUnderTheirHash()
    {
        var bytes = Encoding.UTF8.GetBytes("指标,地区\n");
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));

        var document = await Store(bytes, "../a/q1.csv");

        Assert.Equal((hash, "q1.csv", "upload:q1.csv", (long)bytes.Length, new Vintage(Now), "clerk"),
            (document.Sha256, document.Name, document.Address, document.Size, document.RetrievedAt, document.ReceivedBy));
        Assert.Equal(bytes, await File.ReadAllBytesAsync(Path.Combine(_folder, "documents", hash[..2], hash), Cancellation));
        await using var stored = _archive.Open(hash);
        Assert.Equal(hash, await DocumentArchive.Hash(stored, Cancellation));
    }

    [Fact]
    public async Task Store_TheSameBytesTwice_KeepsOneFile()
    {
        var first = await Store([1, 2, 3], "a.csv");
        var second = await Store([1, 2, 3], "b.csv");
        await Store([], "empty.csv");

        Assert.Equal(first.Sha256, second.Sha256);
        Assert.Equal(2, Files().Count());
    }

    [Fact]
    public async Task Store_WhenTheBytesBreakOff_KeepsNothing()
    {
        await Assert.ThrowsAsync<IOException>(() => _archive.Store(new BrokenStream(), "a.csv", "upload:a.csv", "text/csv", "clerk", Cancellation));

        Assert.Empty(Files());
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("")]
    public void Open_WhatIsNoHash_FindsNothing(string name) => Assert.Throws<FileNotFoundException>(() => _archive.Open(name));

    [Fact]
    public void DurableFile_ThatFailsHalfWay_LeavesTheOldOneAlone()
    {
        var path = Path.Combine(_folder, "out", "index.csv");
        DurableFile.Write(path, stream => stream.Write("old"u8));

        Assert.Throws<InvalidOperationException>(() => DurableFile.Write(path, stream =>
        {
            stream.Write("ne"u8);
            throw new InvalidOperationException();
        }));

        Assert.Equal("old", File.ReadAllText(path));
        Assert.Equal(path, Assert.Single(Files()));
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private Task<Indices.Provenance.RawDocument> Store(byte[] bytes, string name) =>
        _archive.Store(new MemoryStream(bytes), name, "upload:q1.csv", "text/csv", "clerk", Cancellation);

    private IEnumerable<string> Files() => Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories);

    /// <summary>An upload whose connection is cut after a few bytes.</summary>
    private sealed class BrokenStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (Position > 0)
                throw new IOException("cut");
            Position = 1;
            buffer.Span[0] = 65;
            return ValueTask.FromResult(1);
        }
    }
}
