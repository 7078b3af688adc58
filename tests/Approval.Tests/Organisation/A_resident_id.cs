using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Identifiers;

namespace Approval.Tests.Organisation;

public sealed class A_resident_id
{
    private static readonly DateOnly Today = new(2026, 3, 2);

    public static TheoryData<string> Valid => Identifiers.Valid("residentId");

    public static TheoryData<string, string> Invalid => Identifiers.Invalid("residentId");

    [Theory]
    [MemberData(nameof(Valid))]
    public void is_accepted_when_it_keeps_the_standard(string id) => ResidentId.Check(id, Today).Should().Be(id);

    [Theory]
    [MemberData(nameof(Invalid))]
    public void is_refused_when_it_breaks_the_standard(string id, string why) => Refusal(id).Message.Should().NotBeEmpty(why);

    [Theory]
    [InlineData("51010619030808003x")]
    [InlineData("５１０１０６　１９０３０８０８　００３ｘ")]
    public void is_normalised_before_the_check(string typed) => ResidentId.Check(typed, Today).Should().Be("51010619030808003X");

    [Theory]
    [InlineData("510104190102030017", "ResidentIdCheck", "*(18th)*'7'*'8'*")]
    [InlineData("510104190102290012", "ResidentIdBirthDate", "*1901-02-29*")]
    [InlineData("340603190213300040", "ResidentIdBirthDate", "*1902-13-30*")]
    [InlineData("510104010203001", "ResidentIdOldForm", "*before 1999*")]
    [InlineData("5101061903080X8003", "ResidentIdCharacter", "*Character 14*'X'*last place*")]
    [InlineData("510106209908080014", "ResidentIdBirthInFuture", "*2099-08-08*future*")]
    [InlineData("51010419010203001", "ResidentIdLength", "*has 17*")]
    public void says_in_its_own_words_what_is_wrong(string id, string rule, string words)
    {
        var refusal = Refusal(id);
        refusal.Code.Should().Be(rule);
        refusal.Message.Should().Match(words);
    }

    [Theory]
    [InlineData("510104000002290012", 6, 4)]
    [InlineData("340603190213300040", 10, 2)]
    [InlineData("510104190102290012", 12, 2)]
    [InlineData("510106209908080014", 6, 8)]
    public void marks_the_part_of_the_birth_date_that_is_wrong(string id, int at, int length)
    {
        var fault = ResidentIdRule.FaultIn(id, Today)!;
        (fault.At, fault.Length).Should().Be((at, length));
    }

    private static RuleBrokenException Refusal(string id) => FluentActions.Invoking(() => ResidentId.Check(id, Today)).Should().Throw<RuleBrokenException>().Which;
}
