using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Migrating;
using ApprovalEngine.Contracts.Migrations;

namespace Approval.Tests.Migrating;

public sealed class Asking_for_a_migration(PostgresServer server) : MigrationTest(server)
{
    [Fact]
    public async Task shows_first_which_activity_could_become_which()
    {
        await Accepted();
        await PublishRenamed();

        var proposal = await Send(new ProposeMigration(Admin, Copy, 1, 2));

        proposal.OpenCases.Should().Be(1);
        proposal.Pairs.Should().Contain(pair => pair.Activity == "identity" && pair.Target == "check-identity");
        proposal.NewActivities.Should().BeEmpty();
    }

    [Fact]
    public async Task shows_the_cases_in_each_order_over_all_pages()
    {
        var received = (await Receive()).CaseId;
        Services.Time.Advance(TimeSpan.FromMinutes(1));
        var accepted = (await Accepted()).CaseId;
        await PublishRenamed();
        var homeless = new MappingText(new Dictionary<string, string?> { ["identity"] = null });

        (await All(null, Renamed)).Should().Equal(received, accepted);
        (await All(MigrationSort.Due, Renamed)).Should().Equal([accepted, received], "what is not accepted is not due yet");
        (await All(MigrationSort.Staying, homeless)).Should().Equal([accepted, received], "the accepted one stands where nothing corresponds");

        async Task<List<Guid>> All(MigrationSort? sort, MappingText mapping)
        {
            var (rows, next) = (new List<Guid>(), (string?)null);
            do
            {
                var page = await Send(new PreviewMigration(Admin, Copy, new MigrationRequest(1, 2, mapping), next, 1) { Sort = sort });
                rows.AddRange(page.Items.Select(one => one.CaseId));
                next = page.Next;
            }
            while (next is not null);
            return rows;
        }
    }

    [Fact]
    public async Task calls_the_activities_by_their_titles()
    {
        (await Send(new NameActivities(Admin, Copy, 1)))["identity"].En.Should().NotBe("identity");
        var clerk = await AccessOf(Clerk);
        await FluentActions.Awaiting(() => Send(new NameActivities(clerk, Copy, 1))).Should().ThrowAsync<ForbiddenException>();
    }

    [Fact]
    public async Task is_for_administrators_of_the_whole_centre()
    {
        var clerk = await AccessOf(Clerk);

        await FluentActions.Awaiting(() => Send(new StartMigration(clerk, Copy, new MigrationRequest(1, 2, null, "why")))).Should().ThrowAsync<ForbiddenException>();
        await FluentActions.Awaiting(() => Send(new PreviewMigration(clerk, Copy, new MigrationRequest(1, 2), null, 1))).Should().ThrowAsync<ForbiddenException>();
        await FluentActions.Awaiting(() => Send(new PauseMigration(clerk, Copy, Guid.NewGuid()))).Should().ThrowAsync<ForbiddenException>();
    }

    [Fact]
    public async Task needs_versions_that_were_published() =>
        await FluentActions.Awaiting(() => Start()).Should().ThrowAsync<NotFoundException>();

    [Fact]
    public async Task needs_a_reason()
    {
        var refusal = await FluentActions.Awaiting(() => Send(new StartMigration(Admin, Copy, new MigrationRequest(1, 2)))).Should().ThrowAsync<RuleBrokenException>();

        refusal.Which.Where.Should().Be("reason");
    }

    [Fact]
    public async Task with_a_wrong_mapping_is_refused_with_every_place()
    {
        await PublishRenamed();
        var wrong = new MappingText(new Dictionary<string, string?> { ["identity"] = "close", ["nobody"] = "material" });

        var refusal = await FluentActions.Awaiting(() => Start(mapping: wrong)).Should().ThrowAsync<RuleBrokenException>();

        refusal.Which.Faults.Select(fault => (fault.Code, fault.Where)).Should().Contain([("OtherType", "identity"), ("UnknownActivity", "nobody")]);
        (await Scalar<long>("select count(*) from migration")).Should().Be(0);
    }

    [Fact]
    public async Task is_refused_while_another_moves_the_same_cases()
    {
        await PublishRenamed();
        await Start(mapping: Renamed);

        var refusal = await FluentActions.Awaiting(() => Start(mapping: Renamed)).Should().ThrowAsync<ConflictException>();

        refusal.Which.Code.Should().Be("MigrationUnderWay");
    }
}
