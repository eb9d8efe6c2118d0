using Indices.Accounts;
using Xunit;

namespace Indices.Tests.Accounts;

public sealed class RolesTests
{
    [Theory]
    [InlineData(Role.Viewer, "Viewer")]
    [InlineData(Role.Auditor, "Viewer Auditor")]
    [InlineData(Role.Operator, "Viewer Operator")]
    [InlineData(Role.Reviewer, "Viewer Auditor Operator Reviewer")]
    [InlineData(Role.Administrator, "Viewer Auditor Operator Reviewer Administrator")]
    public void Role_Includes_WhatTheTableSays(Role held, string included) => Assert.Equal(
        included, string.Join(' ', Enum.GetValues<Role>().Where(least => held.Includes(least))));
}
