using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;

namespace Approval.Tests.Organisation;

public sealed class A_unified_social_credit_code
{
    public static TheoryData<string> Valid => Identifiers.Valid("unifiedSocialCreditCode");

    public static TheoryData<string, string> Invalid => Identifiers.Invalid("unifiedSocialCreditCode");

    [Theory]
    [MemberData(nameof(Valid))]
    public void is_accepted_when_it_keeps_the_standard(string code) => UnifiedSocialCreditCode.Check(code).Should().Be(code);

    [Theory]
    [MemberData(nameof(Invalid))]
    public void is_refused_when_it_breaks_the_standard(string code, string why) =>
        Refusal(code).Message.Should().NotBeEmpty(why);

    [Theory]
    [InlineData(" 91510100 a1b2c3d48l ")]
    [InlineData("９１５１０１００Ａ１Ｂ２Ｃ３Ｄ４８Ｌ")]
    [InlineData("91510100\u3000A1B2C3D48L\u200B")]
    public void is_normalised_before_the_check(string typed) => UnifiedSocialCreditCode.Check(typed).Should().Be("91510100A1B2C3D48L");

    [Theory]
    [InlineData("91510100A1B2C3D48M", "CreditCodeCheck", "*(18th)*'M'*'L'*")]
    [InlineData("91510100I1B2C3D48L", "CreditCodeCharacter", "*Character 9*'I'*digit 1*")]
    [InlineData("12510140MB0000019F", "CreditCodeCheck", "*exchanged*")]
    [InlineData("52340603678901232", "CreditCodeLength", "*18 characters*has 17*")]
    [InlineData("9351O182MA6X0Y9K1N", "CreditCodeCharacter", "*Character 5*'O'*digit 0*")]
    public void says_in_its_own_words_what_is_wrong(string code, string rule, string words)
    {
        var refusal = Refusal(code);
        refusal.Code.Should().Be(rule);
        refusal.Message.Should().Match(words);
    }

    private static RuleBrokenException Refusal(string code) =>
        FluentActions.Invoking(() => UnifiedSocialCreditCode.Check(code)).Should().Throw<RuleBrokenException>().Which;
}
