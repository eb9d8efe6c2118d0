using Indices.Observations;
using Xunit;
using static Indices.Observations.ObservationStatus;

namespace Indices.Tests.Observations;

public sealed class ObservationStatusesTests
{
    // Methodology, section 2.2.
    private static readonly ObservationStatus[] s_worstFirst = [Q, U, I, E, P, A];

    [Fact]
    public void Worse_OfAnyTwo_IsTheFirstInTheOrder_WhicheverComesFirst()
    {
        for (var worse = 0; worse < s_worstFirst.Length; worse++)
            for (var better = worse; better < s_worstFirst.Length; better++)
            {
                Assert.Equal(s_worstFirst[worse], ObservationStatuses.Worse(s_worstFirst[worse], s_worstFirst[better]));
                Assert.Equal(s_worstFirst[worse], ObservationStatuses.Worse(s_worstFirst[better], s_worstFirst[worse]));
            }
    }

    [Theory]
    [InlineData(B)]
    [InlineData(L)]
    [InlineData(M)]
    [InlineData(O)]
    public void Worse_OfABreakOrAMissingKind_DoesNotPassItOn(ObservationStatus other)
    {
        Assert.Equal(A, ObservationStatuses.Worse(A, other));
        Assert.Equal(P, ObservationStatuses.Worse(other, P));
    }
}
