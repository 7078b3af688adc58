using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using CsCheck;

namespace Approval.Tests.Organisation;

public sealed class A_case_number
{
    private static readonly Gen<string> Numbers =
        Gen.Select(Gen.Int[1, 99999], Gen.Int[0, 364]).Select((sequence, day) => CaseNumber.Make("YC", "SCJG-0002", new DateOnly(2026, 1, 1).AddDays(day), sequence));

    [Fact]
    public void names_centre_item_date_and_sequence() =>
        CaseNumber.Make("YC", "SCJG-0002", new DateOnly(2026, 3, 2), 17).Should().StartWith("YC-SCJG-0002-20260302-0017").And.HaveLength(27);

    [Fact]
    public void has_the_check_character_of_iso_7064_mod_37_36()
    {
        // The example of the International Standard Recording of GRid, which uses the same system.
        CaseNumber.IsValid("A12425GABC1234002M").Should().BeTrue();
        CaseNumber.IsValid("A12425GABC1234002N").Should().BeFalse();
    }

    [Fact]
    public void is_found_when_typed_in_lower_case_with_blanks()
    {
        var number = CaseNumber.Make("YC", "scjg-2", new DateOnly(2026, 3, 2), 5);
        CaseNumber.Check(" " + number.ToLowerInvariant().Replace("-2026", " -2026", StringComparison.Ordinal)).Should().Be(number);
    }

    [Fact]
    public void shows_every_single_mistyped_character() =>
        Gen.Select(Numbers, Gen.Int[0, 26], Gen.Char["0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"]).Sample((number, at, wrong) =>
        {
            if (number[at] != '-' && number[at] != wrong)
            {
                CaseNumber.IsValid(number[..at] + wrong + number[(at + 1)..]).Should().BeFalse();
            }
        });

    [Fact]
    public void is_refused_with_its_field_when_mistyped() =>
        FluentActions.Invoking(() => CaseNumber.Check("YC-SCJG-0002-20260302-0017A", "caseNo")).Should().Throw<RuleBrokenException>().Which.Where.Should().Be("caseNo");
}
