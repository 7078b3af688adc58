using AdminUi.Tests.Cases;
using ApprovalEngine.AdminUi.Cases;
using ApprovalEngine.Contracts;
using ApprovalEngine.Contracts.Cases;
using ApprovalEngine.Contracts.Tasks;

namespace AdminUi.Tests;

public sealed class Following_a_case_through_its_flow
{
    private static readonly FlowPicture Picture = new(
        [Node("accept", "Acceptance", 0), Node("review", "Review", 1), Node("told", "Close", 1), Node("licence", "Document", 2), Node("close", "Close", 3), Node("deliver", "Review", 4)],
        [Link("accept", "review", "Accepted"), Link("accept", "told", "NotAccepted"), Link("review", "licence", "Approved"), Link("review", "accept", "Rework", isBack: true), Link("licence", "close", "Done"), Link("close", "deliver", "Done")]);

    [Fact]
    public void shows_the_way_taken_the_place_now_and_what_is_ahead()
    {
        var path = Path([("accept", "Accepted")], ["review"]);

        States(path).Should().Equal("passed", "now", "ahead", "ahead", "ahead", "ahead");
        Taken(path).Should().Equal("accept>review");
    }

    [Fact]
    public void passes_the_steps_that_no_person_does()
    {
        var path = Path([("accept", "Accepted"), ("review", "Approved")], ["deliver"]);

        States(path).Should().Equal("passed", "passed", "ahead", "passed", "passed", "now");
        Taken(path).Should().Equal("accept>review", "review>licence", "licence>close", "close>deliver");
    }

    [Fact]
    public void follows_the_last_answer_of_a_step_done_again()
    {
        var path = Path([("accept", "Accepted"), ("review", "Rework"), ("accept", "NotAccepted")], []);

        Taken(path).Should().Contain("accept>told").And.NotContain("accept>review");
    }

    [Fact]
    public void has_ahead_of_it_once_more_what_was_answered_before_a_return()
    {
        var returned = HandedIn.Case(Guid.Empty) with
        {
            OpenTasks = [Open("accept", at: 5)],
            Answered = [Answer("accept", "Accepted", at: 1), Answer("review", "Approved", at: 2)],
        };

        States(new(Picture, returned)).Should().Equal("now", "ahead", "ahead", "ahead", "ahead", "ahead");
        States(new(Picture, returned with { OpenTasks = [Open("deliver", at: 5)] })).Should().Equal("passed", "passed", "ahead", "passed", "passed", "now");
    }

    [Fact]
    public void has_not_passed_a_step_whose_answer_was_taken_back()
    {
        var path = new FlowPath(Picture, HandedIn.Case(Guid.Empty) with { Answered = [Answer("accept", "Accepted", at: 1) with { IsTakenBack = true }] });

        States(path).Should().AllBe("ahead");
        Taken(path).Should().BeEmpty();
    }

    private static IEnumerable<string> States(FlowPath path) => Picture.Nodes.Select(path.StateOf);

    private static IEnumerable<string> Taken(FlowPath path) => Picture.Links.Where(path.IsTaken).Select(link => $"{link.From}>{link.To}");

    private static FlowPath Path((string Step, string Outcome)[] answered, string[] open) => new(Picture, HandedIn.Case(Guid.Empty) with
    {
        OpenTasks = [.. open.Select(step => Open(step))],
        Answered = [.. answered.Select(task => Answer(task.Step, task.Outcome))],
    });

    private static TaskListed Open(string step, int at = 0) => new()
    {
        TaskId = Guid.Empty,
        CaseId = Guid.Empty,
        CaseNo = "",
        Item = "",
        Applicant = "",
        ActivityId = step,
        Title = LocalText.Same(step),
        Kind = "Review",
        Unit = "",
        Role = "Reviewer",
        Outcomes = [],
        OpenedAt = DateTimeOffset.UnixEpoch.AddHours(at),
    };

    private static TaskAnswered Answer(string step, string outcome, int at = 0) =>
        new(Guid.Empty, step, LocalText.Same(step), null, default, null, new("Completed", outcome, "li.na", null, DateTimeOffset.UnixEpoch.AddHours(at)), null);

    private static PictureNode Node(string id, string kind, int rank) => new(new StepRef(id, LocalText.Same(id)), kind, rank, 0);

    private static PictureLink Link(string from, string to, string outcome, bool isBack = false) => new(from, to, outcome, null, isBack);
}
