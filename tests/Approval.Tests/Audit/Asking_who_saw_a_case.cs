using Approval.Tests.Cases;
using ApprovalEngine.Approval.Audit;
using ApprovalEngine.Approval.Cases;

namespace Approval.Tests.Audit;

public sealed class Asking_who_saw_a_case(PostgresServer server) : CaseTest(server)
{
    [Fact]
    public async Task is_answered_by_its_number_or_the_end_of_it()
    {
        var (asked, other) = (await Receive(), await Receive());
        await Send(new CaseDetail(await AccessOf(Clerk), asked.CaseId));
        await Send(new CaseDetail(await AccessOf(Clerk), other.CaseId));

        foreach (var said in new[] { asked.CaseNo, asked.CaseNo.ToLowerInvariant(), asked.CaseNo[^5..] })
        {
            var seen = (await Send(new ListEvents(await AccessOf("auditor"), new EventFilter("CaseViewed", null, said, null, null), null, 50))).Items;

            seen.Select(one => (one.Actor, one.CaseNo, one.Subject)).Should().Equal((Clerk, asked.CaseNo, $"case/{asked.CaseId}"));
        }
    }

    [Fact]
    public async Task about_a_person_shows_what_was_done_to_them_and_their_sign_ins_and_nobody_elses()
    {
        foreach (var subject in new[] { Clerk, $"user/{Clerk}", $"{Clerk}2", $"user/{Clerk}2" })
        {
            await Services.Get<EventLog>().RecordAsync(1, "admin", ApprovalEngine.Contracts.Audit.EventAct.SignedIn, subject, new { }, Cancel);
        }

        var about = (await Send(new ListEvents(await AccessOf("admin"), new EventFilter("SignedIn", null, Clerk, null, null), null, 50))).Items;

        about.Select(one => one.Subject).Should().BeEquivalentTo(Clerk, $"user/{Clerk}");
    }

    [Fact]
    public async Task or_what_was_done_to_a_flow_is_answered_with_the_flows_name()
    {
        await Services.Get<EventLog>().RecordAsync(Admin.CentreId, "designer", ApprovalEngine.Contracts.Audit.EventAct.FlowRetracted, "instant-copy", new { }, Cancel);

        var done = (await Send(new ListEvents(Admin, new EventFilter("FlowRetracted", null, null, null, null), null, 50))).Items.Single();

        (done.Subject, done.FlowName).Should().Be(("instant-copy", "即办件：查询复制备案证明"));
    }

    [Fact]
    public async Task is_asked_of_a_person_by_name_or_user_name()
    {
        var asked = await Receive();
        var access = await AccessOf(Clerk);
        await Send(new CaseDetail(access, asked.CaseId));
        var called = (await Services.Get<ApprovalEngine.Approval.Organisation.OrgDirectory>().Of(access.CentreId, Cancel)).FindPerson(Clerk)!.DisplayName;

        foreach (var said in new[] { Clerk, called })
        {
            (await Send(new ListEvents(await AccessOf("auditor"), new EventFilter("CaseViewed", said, null, null, null), null, 50))).Items.Should().ContainSingle();
        }

        (await Send(new ListEvents(await AccessOf("auditor"), new EventFilter("CaseViewed", "nobody", null, null, null), null, 50))).Items.Should().BeEmpty();
    }

    [Fact]
    public async Task is_answered_from_either_end_over_all_pages()
    {
        foreach (var subject in new[] { "a", "b", "c", "d", "e" })
        {
            await Services.Get<EventLog>().RecordAsync(1, "admin", ApprovalEngine.Contracts.Audit.EventAct.FlowRetracted, subject, new { }, Cancel);
        }

        string[] all = [.. await Subjects(null)];
        all.Should().Equal("e", "d", "c", "b", "a");
        (await Subjects(ApprovalEngine.Contracts.Audit.EventSort.Oldest)).Should().Equal(all.Reverse());

        async Task<List<string>> Subjects(ApprovalEngine.Contracts.Audit.EventSort? sort)
        {
            var (subjects, next) = (new List<string>(), (string?)null);
            do
            {
                var page = await Send(new ListEvents(Admin, new EventFilter("FlowRetracted", null, null, null, null, sort), next, 2));
                subjects.AddRange(page.Items.Select(one => one.Subject));
                next = page.Next;
            }
            while (next is not null);
            return subjects;
        }
    }

    [Fact]
    public async Task stays_with_those_who_audit_its_unit()
    {
        var asked = await Receive();
        await Send(new CaseDetail(await AccessOf(Clerk), asked.CaseId));

        (await Send(new ListEvents(await AccessOf("admin"), new EventFilter("CaseViewed", null, asked.CaseNo, null, null), null, 50))).Items.Should().BeEmpty();
    }
}
