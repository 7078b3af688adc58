using ApprovalEngine.Approval.Public;

namespace Approval.Tests.Public;

public sealed class Reading_a_code
{
    [Theory]
    [InlineData("7K2M 9XQP")]
    [InlineData("7k2m-9xqp")]
    [InlineData(" ７Ｋ２Ｍ　９ＸＱＰ ")]
    public void forgives_how_it_is_typed(string typed) => CodeText.Normalise(typed).Should().Be("7K2M9XQP");

    [Fact]
    public void puts_right_what_was_misread() => CodeText.Normalise("oIl0").Should().Be("0110");

    [Theory]
    [InlineData("yc-da-0001－20260302")]
    [InlineData("ＹＣ－ＤＡ－０００１ — 20260302")]
    public void keeps_the_hyphens_of_a_number(string typed) => CodeText.NormaliseNumber(typed).Should().Be("YC-DA-0001-20260302");

    [Fact]
    public void takes_what_is_far_too_long_for_nothing() => CodeText.NormaliseNumber(new string('A', 100_000)).Should().BeEmpty();

    [Fact]
    public void differs_from_case_to_case_and_from_centre_to_centre()
    {
        var (one, other) = (Guid.Parse("018f3f4e-0000-7000-8000-000000010000"), Guid.Parse("018f3f4e-0000-7000-8000-000000020000"));

        QueryCode.Of([1], one).Should().HaveLength(8).And.Be(QueryCode.Of([1], one)).And.NotBe(QueryCode.Of([1], other)).And.NotBe(QueryCode.Of([2], one));
    }
}
