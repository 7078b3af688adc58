using Approval.Tests.Cases;
using ApprovalEngine.Approval.Catalogue;
using ApprovalEngine.Approval.Public;
using ApprovalEngine.Contracts.Catalogue;

namespace Approval.Tests.Public;

public sealed class The_guide_to_the_items(PostgresServer server) : CaseTest(server)
{
    [Theory]
    [InlineData("房产")]
    [InlineData("房產")]
    [InlineData("fcjy")]
    [InlineData("yc-bdc")]
    public async Task is_searched_by_name_code_and_initials(string wanted) =>
        (await Send(new ListGuide(null, wanted))).Should().ContainSingle().Which.Code.Should().Be(HousingTransfer);

    [Fact]
    public async Task lists_what_is_in_force_only()
    {
        (await Send(new ListGuide(null, null))).Should().Contain(item => item.Code == InstantCopy);

        await Send(new SetItemState(Admin, InstantCopy, ItemState.Cancelled));

        (await Send(new ListGuide(null, null))).Should().NotContain(item => item.Code == InstantCopy);
        (await Send(new ShowGuide(null, InstantCopy))).Should().BeNull();
        (await Send(new ShowGuide("NOWHERE", HousingTransfer))).Should().BeNull();
    }

    [Fact]
    public async Task says_by_which_day_an_application_of_today_is_answered()
    {
        var guide = (await Send(new ShowGuide(null, HousingTransfer)))!;

        // Monday 2 March, four working days.
        guide.AnsweredBy.Should().Be(new DateOnly(2026, 3, 6));
        guide.Limits.LegalDays.Should().Be(30);
        guide.Fee.Should().Be(80);
        guide.Materials.Should().NotBeEmpty();
        guide.Basis.Should().NotBeEmpty();
        (await Send(new ShowGuide(null, InstantCopy)))!.AnsweredBy.Should().Be(guide.Today);
    }

    [Fact]
    public async Task says_of_a_material_when_it_is_needed()
    {
        var transfer = (await Send(new ShowGuide(null, HousingTransfer)))!.Materials;
        var construction = (await Send(new ShowGuide(null, "YC-ZJJ-0003")))!.Materials;

        transfer.Where(material => material.When is not null).Should().ContainSingle().Which.When!.En.Should().Be("Handed in by an agent");
        construction.Select(material => material.When?.En).Should().Contain("Stage: Planning permit, Construction permit").And.Contain(null as string);
    }

    [Fact]
    public async Task names_the_calendar_that_is_missing_and_guesses_no_day()
    {
        Services.Time.SetUtcNow(new DateTimeOffset(2026, 12, 30, 2, 0, 0, TimeSpan.Zero));

        var guide = (await Send(new ShowGuide(null, HousingTransfer)))!;

        guide.AnsweredBy.Should().BeNull();
        guide.MissingYear.Should().Be(2027);
    }
}
