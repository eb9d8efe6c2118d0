namespace Dashboard.Live;

/// <summary>How many circuits may be open; each costs about a megabyte. The section <c>Circuits</c> of the configuration.</summary>
public sealed record CircuitLimits
{
    /// <summary>For one network address.</summary>
    public int PerAddress { get; init; } = 20;

    /// <summary>For everyone together.</summary>
    public int Total { get; init; } = 400;
}

/// <summary>Who has circuits open. Blazor itself sets no bound, so that one visitor could fill the memory.</summary>
public sealed class CircuitPlaces(CircuitLimits limits)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _taken = new(StringComparer.Ordinal);
    private int _total;

    public bool AreTaken(string address)
    {
        lock (_gate)
            return IsFull(address);
    }

    /// <returns>Held while the circuit's connection lasts; null when there is no place.</returns>
    public IDisposable? Take(string address)
    {
        lock (_gate)
        {
            if (IsFull(address))
                return null;
            _total++;
            _taken[address] = _taken.GetValueOrDefault(address) + 1;
            return new Place(this, address);
        }
    }

    private bool IsFull(string address) => _total >= limits.Total || _taken.GetValueOrDefault(address) >= limits.PerAddress;

    private void Leave(string address)
    {
        lock (_gate)
        {
            _total--;
            if (--_taken[address] == 0)
                _taken.Remove(address);
        }
    }

    private sealed class Place(CircuitPlaces places, string address) : IDisposable
    {
        private int _left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _left, 1) == 0)
                places.Leave(address);
        }
    }
}
