using Dashboard.Security;
using Indices.Accounts;
using Xunit;

namespace Dashboard.Tests.Security;

public sealed class PasswordRulesTests
{
    [Theory]
    [InlineData("Eleven char", false, false)]
    [InlineData("Twelve chars", true, true)]
    [InlineData("twelve chars", false, true)]
    [InlineData("twelve chars 7", true, true)]
    [InlineData("my name is Wang!", false, false)]
    [InlineData("Ab1Ab1Ab1Ab1Ab1", false, false)]
    [InlineData("Password2026!", false, false)]
    [InlineData("P@ssw0rd20261", false, false)]
    [InlineData("1qaz2wsx3edc4rfv", false, false)]
    [InlineData("Hangzhou#2026!", false, false)]
    [InlineData("correcthorsebatterystaple", false, false)]
    [InlineData("钱塘江潮水每年八月十八最好看", false, true)]
    public void Fault_OfAPassword_FollowsThePolicy(string password, bool isGoodForMlps, bool isGoodForAsvs)
    {
        foreach (var language in new[] { Language.Chinese, Language.English })
        {
            Assert.Equal(isGoodForMlps, PasswordRules.Fault(PasswordPolicy.Mlps, "wang", password, language) is null);
            Assert.Equal(isGoodForAsvs, PasswordRules.Fault(PasswordPolicy.Asvs, "wang", password, language) is null);
        }
    }

    [Theory]
    [InlineData("Mlps", 89, false)]
    [InlineData("Mlps", 90, true)]
    [InlineData("Asvs", 900, false)]
    public void IsOverdue_AfterDays_FollowsThePolicy(string policy, int days, bool isOverdue) => Assert.Equal(
        isOverdue, PasswordRules.IsOverdue(Enum.Parse<PasswordPolicy>(policy), StaffRoom.Start, StaffRoom.Start.AddDays(days)));

    [Theory]
    [InlineData(Role.Viewer, true, false)]
    [InlineData(Role.Operator, true, false)]
    [InlineData(Role.Auditor, true, true)]
    [InlineData(Role.Reviewer, true, true)]
    [InlineData(Role.Administrator, true, true)]
    [InlineData(Role.Administrator, false, false)]
    public void Duty_OfARoleWithoutASecondFactor_FollowsTheSetting(Role role, bool isRequired, bool isOwed)
    {
        using var room = new StaffRoom(isRequired);
        var account = new Account(1, "wang", "", StaffRoom.Start, role, "", false, 0, null, false, false);
        var duties = new Duties(room.Options, room.Clock);

        Assert.Equal(isOwed ? Duty.SecondFactor : null, duties.Of(account));
        Assert.Null(duties.Of(account with { HasSecondFactor = true }));
        Assert.Equal(Duty.NewPassword, duties.Of(account with { MustChangePassword = true }));
    }
}
