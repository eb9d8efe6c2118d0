namespace Indices.Calculation.Lab.Normalisations;

/// <summary>Makes more mean better in every column: where less is better, the values are multiplied by −1 before they are normalised.</summary>
public static class Directions
{
    /// <param name="isNegative">One for each column: less is better.</param>
    public static UnitTable Apply(UnitTable table, IReadOnlyList<bool> isNegative) => table.WithColumns(j =>
    {
        var column = table.Column(j).ToArray();
        if (isNegative[j])
            for (var i = 0; i < column.Length; i++)
                column[i] = -column[i];
        return column;
    });
}
