using ApprovalEngine.Workflow.Calendars;
using FluentAssertions;
using Xunit;

namespace ApprovalEngine.Workflow.Tests.Calendars;

public sealed class Worked_due_dates
{
    [Fact]
    public void agree_case_by_case_with_all_their_closings()
    {
        var results = DueDateFile.Check(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", "due-dates.json")), China.Years);

        results.Should().HaveCount(48);
        results.Where(result => result.Difference is not null).Should().BeEmpty();
    }
}
