using System.Security.Cryptography;
using System.Text;
using Indices.Releases.Seals;

namespace Indices.Storage;

/// <summary>The key that signs releases: ECDSA over P-256, in a file outside the database.</summary>
internal sealed class SealKey(StorageOptions options) : IDisposable
{
    private readonly Lazy<ECDsa> _key = new(() => Read(options.SealKeyFile));

    // One key for all threads, and it is not made for several at once.
    private readonly Lock _gate = new();

    public string PublicKey
    {
        get
        {
            lock (_gate)
                return _key.Value.ExportSubjectPublicKeyInfoPem() + "\n";
        }
    }

    public ReleaseSeal Sign(SealStatement statement)
    {
        var text = statement.Text;
        lock (_gate)
            return new(text, Convert.ToBase64String(
                _key.Value.SignData(Encoding.UTF8.GetBytes(text), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence)));
    }

    public void Dispose()
    {
        if (_key.IsValueCreated)
            _key.Value.Dispose();
    }

    private static ECDsa Read(string file)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(KeyFile.ReadOrMake(file, Make));
            return key;
        }
        catch (Exception fault) when (fault is ArgumentException or CryptographicException)
        {
            key.Dispose();
            throw new InvalidOperationException($"{file} 不是签名私钥（PEM）。{file} holds no private key for signatures (PEM).", fault);
        }
    }

    private static string Make()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return key.ExportPkcs8PrivateKeyPem() + "\n";
    }
}
