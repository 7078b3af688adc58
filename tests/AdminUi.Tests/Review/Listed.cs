using ApprovalEngine.Contracts;
using ApprovalEngine.Contracts.Tasks;

namespace AdminUi.Tests.Review;

/// <summary>Tasks as the server lists them.</summary>
internal static class Listed
{
    public static TaskListed Task(int number, string item = "A", string step = "check", bool allows = true, string? assignee = null, params string[] outcomes) => new()
    {
        TaskId = Id(number),
        CaseId = Id(number),
        CaseNo = $"NO-{number}",
        Item = item,
        Applicant = $"Applicant {number}",
        ActivityId = step,
        Title = LocalText.Same("Check"),
        Kind = "Review",
        Unit = "D",
        Role = "Reviewer",
        Assignee = assignee,
        Outcomes = outcomes.Length > 0 ? outcomes : ["Approved", "Rejected"],
        AllowsBulkAnswers = allows,
        OpenedAt = DateTimeOffset.UnixEpoch,
    };

    public static Guid Id(int number) => new(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);
}
