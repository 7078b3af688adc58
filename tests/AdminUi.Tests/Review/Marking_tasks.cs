using ApprovalEngine.AdminUi.Review;
using ApprovalEngine.Contracts.Tasks;

namespace AdminUi.Tests.Review;

public sealed class Marking_tasks
{
    private readonly TaskSelection marked = new();

    [Fact]
    public void marks_and_takes_the_mark_away()
    {
        marked.Toggle(Listed.Task(1)).Should().BeTrue();
        marked.Toggle(Listed.Task(2)).Should().BeTrue();
        marked.Toggle(Listed.Task(1)).Should().BeTrue();

        marked.Tasks.Select(task => task.TaskId).Should().Equal(Listed.Id(2));
        (marked.Has(Listed.Id(1)), marked.Has(Listed.Id(2))).Should().Be((false, true));
    }

    [Fact]
    public void stops_where_the_server_would_refuse()
    {
        for (var i = 0; i < ManyDone.Most; i++)
        {
            marked.Toggle(Listed.Task(i)).Should().BeTrue();
        }

        marked.Toggle(Listed.Task(1000)).Should().BeFalse();
        marked.AddSameStep([Listed.Task(1001)]);

        marked.Tasks.Should().HaveCount(ManyDone.Most);
        marked.Toggle(Listed.Task(0)).Should().BeTrue("a mark can always be taken away");
    }

    [Fact]
    public void takes_all_of_the_first_ones_step_and_no_others()
    {
        marked.Toggle(Listed.Task(1));

        marked.AddSameStep([Listed.Task(1), Listed.Task(2), Listed.Task(3, step: "decide"), Listed.Task(4, item: "B")]);

        marked.Tasks.Select(task => task.TaskId).Should().Equal(Listed.Id(1), Listed.Id(2));
    }

    [Fact]
    public void forgets_what_has_left_the_list_and_follows_what_has_changed()
    {
        marked.Toggle(Listed.Task(1));
        marked.Toggle(Listed.Task(2));

        marked.Follow([Listed.Task(2, assignee: "li.na"), Listed.Task(3)]);

        marked.Tasks.Should().ContainSingle().Which.Assignee.Should().Be("li.na");
    }

    [Fact]
    public void says_why_they_cannot_be_given_one_answer()
    {
        marked.WhyNotTogether.Should().Be("Bulk.Nothing");
        marked.Toggle(Listed.Task(1));
        marked.WhyNotTogether.Should().BeNull();
        marked.Toggle(Listed.Task(2, allows: false));
        marked.WhyNotTogether.Should().Be("Bulk.NotAllowed", "one of them was accepted under a version that does not allow it");
        marked.Toggle(Listed.Task(3, step: "decide"));
        marked.WhyNotTogether.Should().Be("Bulk.OneStep");
    }

    [Fact]
    public void offers_the_answers_that_all_take()
    {
        marked.Toggle(Listed.Task(1, outcomes: ["Approved", "Rejected", "Later"]));
        marked.Toggle(Listed.Task(2, outcomes: ["Rejected", "Approved"]));

        marked.Outcomes.Should().Equal("Approved", "Rejected");
    }
}
