using System.Globalization;

namespace Crash;

/// <summary>What a series of kills came to.</summary>
/// <param name="name">What was killed, and when.</param>
internal sealed class KillReport(string name, int planned)
{
    private readonly SortedDictionary<int, int> _cutOff = [];
    private int _all;

    internal string Name => name;

    internal int Kills { get; private set; }

    /// <summary>Kills that left some of the work's transactions and not all of them.</summary>
    internal int InTheMiddle => _cutOff.Where(c => c.Key > 0 && c.Key < _all).Sum(c => c.Value);

    /// <summary>Kills that never came, because the work ended before.</summary>
    internal int NotReached { get; set; }

    internal List<string> Faults { get; } = [];

    /// <param name="kept">Transactions that the kill left, of all that the work has.</param>
    internal void Count(int kept, int all)
    {
        _all = all;
        Kills++;
        _cutOff[kept] = _cutOff.GetValueOrDefault(kept) + 1;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{name}: {Kills} kills of {planned}{(NotReached > 0 ? $", {NotReached} not reached" : "")}, {InTheMiddle} between the first and the last of {_all} commits ({string.Join(' ', _cutOff.Select(c => $"{c.Key}:{c.Value}"))}), {Faults.Count} faults");
}
