namespace TestSupport;

/// <summary>
/// Largest value of a linear form over changes d, each between its own limits, under sums that stay within intervals. No
/// change at all satisfies everything, so 0 lies in each interval and the simplex method needs no first phase.
/// </summary>
/// <remarks>Simplex for variables with two bounds (Dantzig 1955), dense, with Bland's rule against cycling.</remarks>
public sealed class BoundedProgram
{
    private const double Tolerance = 1e-8;

    private readonly double[][] _rows;
    private readonly double[] _low;
    private readonly double[] _high;
    private readonly double[] _value;
    private readonly int[] _basis;
    private readonly bool[] _isBasic;
    private readonly int _variables;

    /// <param name="limits">Of each change, at least 0: it lies between minus this and this.</param>
    /// <param name="sums">Coefficients by change, and the interval of their sum.</param>
    public BoundedProgram(IReadOnlyList<double> limits, IReadOnlyList<(double[] Coefficients, double Low, double High)> sums)
    {
        _variables = limits.Count;
        var all = _variables + sums.Count;
        (_low, _high, _value, _isBasic) = (new double[all], new double[all], new double[all], new bool[all]);
        (_rows, _basis) = (new double[sums.Count][], new int[sums.Count]);
        for (var i = 0; i < _variables; i++)
            (_low[i], _high[i]) = (-limits[i], limits[i]);
        for (var k = 0; k < sums.Count; k++)
        {
            var scale = Math.Max(sums[k].Coefficients.Max(Math.Abs), double.Epsilon);
            // Each row says: slack = Σ coefficients × changes.
            _rows[k] = [.. sums[k].Coefficients.Select(c => c / scale), .. new double[sums.Count]];
            (_low[_variables + k], _high[_variables + k]) = (Math.Min(0, sums[k].Low / scale), Math.Max(0, sums[k].High / scale));
            _basis[k] = _variables + k;
            _isBasic[_variables + k] = true;
        }
    }

    /// <summary>Call once.</summary>
    public double Maximum(IReadOnlyList<double> form)
    {
        double[] costs = [.. form, .. new double[_rows.Length]];
        for (var step = 0; step < 10_000; step++)
        {
            var entering = Entering(costs);
            if (entering < 0)
                return Enumerable.Range(0, _variables).Sum(i => form[i] * _value[i]);
            Move(entering, Math.Sign(costs[entering]), costs);
        }
        throw new InvalidOperationException("No end after 10,000 steps.");
    }

    private int Entering(double[] costs)
    {
        for (var j = 0; j < costs.Length; j++)
            if (!_isBasic[j] && Rises(j, costs[j]))
                return j;
        return -1;
    }

    private bool Rises(int j, double cost) =>
        (cost > Tolerance && _value[j] < _high[j]) || (cost < -Tolerance && _value[j] > _low[j]);

    private void Move(int entering, int sign, double[] costs)
    {
        var (step, leaving) = (sign > 0 ? _high[entering] - _value[entering] : _value[entering] - _low[entering], -1);
        for (var k = 0; k < _rows.Length; k++)
        {
            var slope = sign * _rows[k][entering];
            if (Math.Abs(slope) <= Tolerance)
                continue;
            var room = Math.Max(0, slope > 0 ? _high[_basis[k]] - _value[_basis[k]] : _value[_basis[k]] - _low[_basis[k]]) / Math.Abs(slope);
            if (room < step || (room == step && leaving >= 0 && _basis[k] < _basis[leaving]))
                (step, leaving) = (room, k);
        }
        for (var k = 0; k < _rows.Length; k++)
            _value[_basis[k]] += sign * step * _rows[k][entering];
        _value[entering] += sign * step;
        if (leaving < 0)
        {
            _value[entering] = sign > 0 ? _high[entering] : _low[entering];
            return;
        }
        var left = _basis[leaving];
        _value[left] = sign * _rows[leaving][entering] > 0 ? _high[left] : _low[left];
        Pivot(leaving, entering, costs);
    }

    // The leaving variable takes the place of the entering one: its row is solved for the latter.
    private void Pivot(int leaving, int entering, double[] costs)
    {
        var row = _rows[leaving];
        var (left, slope) = (_basis[leaving], row[entering]);
        row[entering] = 0;
        for (var j = 0; j < row.Length; j++)
            row[j] = -row[j] / slope;
        row[left] = 1 / slope;
        foreach (var other in _rows.Append(costs).Where(r => !ReferenceEquals(r, row)))
        {
            var times = other[entering];
            other[entering] = 0;
            if (times != 0)
                for (var j = 0; j < row.Length; j++)
                    other[j] += times * row[j];
        }
        (_basis[leaving], _isBasic[left], _isBasic[entering]) = (entering, false, true);
    }
}
