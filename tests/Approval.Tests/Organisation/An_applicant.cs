using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Organisation;

namespace Approval.Tests.Organisation;

public sealed class An_applicant(PostgresServer server) : CentreTest(server)
{
    private static readonly DateOnly Today = new(2026, 3, 2);
    private static readonly Access Clerk = new("clerk", 1, [new Grant(Role.WindowClerk, 1, "/1/")], []);
    private static readonly Access Head = new("head", 1, [new Grant(Role.HeadOfCentre, 1, "/1/")], []);

    [Fact]
    public async Task is_known_again_by_number_however_it_is_typed_and_by_whomever_at_once()
    {
        var typed = new[] { "91510100A1B2C3D48L", " 91510100a1b2c3d48l", "９１５１０１００Ａ１Ｂ２Ｃ３Ｄ４８Ｌ" };

        var ids = await Task.WhenAll(typed.Concat(typed).Select(number => Find(Clerk, new ApplicantRequest(ApplicantKind.Organisation, "某公司", number))));

        ids.Distinct().Should().ContainSingle();
    }

    [Fact]
    public async Task named_otherwise_by_a_later_application_is_not_renamed_for_the_earlier_one()
    {
        var first = await Find(Clerk, new ApplicantRequest(ApplicantKind.Organisation, "某公司", "91510100A1B2C3D48L", "02888888888"));
        var renamed = await Find(Clerk, new ApplicantRequest(ApplicantKind.Organisation, "某某公司", "91510100A1B2C3D48L", "02888888888"));
        var again = await Find(Clerk, new ApplicantRequest(ApplicantKind.Organisation, "某公司", "91510100A1B2C3D48L", "02888888888"));

        renamed.Should().NotBe(first);
        again.Should().Be(first);
    }

    [Fact]
    public async Task without_a_number_is_a_new_one_each_time()
    {
        var first = await Find(Clerk, new ApplicantRequest(ApplicantKind.Person, "买买提·艾力"));
        var second = await Find(Clerk, new ApplicantRequest(ApplicantKind.Person, "买买提·艾力"));

        second.Should().NotBe(first);
    }

    [Theory]
    [InlineData(ApplicantKind.Person, "510104190102030017")]
    [InlineData(ApplicantKind.Organisation, "91510100A1B2C3D48M")]
    public async Task with_a_wrong_number_is_refused_with_its_field(ApplicantKind kind, string number) =>
        await FluentActions.Awaiting(() => Find(Clerk, new ApplicantRequest(kind, "x", number))).Should().ThrowAsync<RuleBrokenException>().Where(broken => broken.Where == "applicant.number");

    [Fact]
    public async Task with_a_real_early_code_needs_a_reason_and_the_right()
    {
        var early = new ApplicantRequest(ApplicantKind.Organisation, "老字号", "91510100A1B2C3D48M", ExceptionReason: "Licence of 2015 seen");

        await FluentActions.Awaiting(() => Find(Clerk, early)).Should().ThrowAsync<ForbiddenException>();
        (await Find(Head, early)).Should().NotBeEmpty();
        await FluentActions.Awaiting(() => Find(Head, early with { ExceptionReason = " " })).Should().ThrowAsync<RuleBrokenException>();
    }

    [Theory]
    [InlineData("<b>1</b>")]
    [InlineData("510100000012345678901234567890123")]
    public async Task has_no_number_that_never_was_one(string number) =>
        (await FluentActions.Awaiting(() => Find(Head, new ApplicantRequest(ApplicantKind.Organisation, "老字号", number, ExceptionReason: "Licence seen"))).Should().ThrowAsync<RuleBrokenException>())
            .Which.Code.Should().Be("EarlyNumberForm");

    [Fact]
    public async Task with_an_early_code_is_vouched_for_where_the_application_comes_in()
    {
        var elsewhere = (await Services.Get<OrgDirectory>().Of(1, TestContext.Current.CancellationToken)).Unit("YC-SCJG");
        var local = new Access("head", 1, [new Grant(Role.HeadOfCentre, elsewhere.UnitId, elsewhere.Path)], []);
        var early = new ApplicantRequest(ApplicantKind.Organisation, "老字号", "91510100A1B2C3D48M", ExceptionReason: "Licence of 2015 seen");

        await FluentActions.Awaiting(() => Find(local, early)).Should().ThrowAsync<ForbiddenException>();
    }

    private async Task<Guid> Find(Access access, ApplicantRequest request) =>
        await Services.Get<Applicants>().FindOrAdd(access, request, (await Services.Get<OrgDirectory>().Of(1)).Unit("YC-DA"), Today);
}
