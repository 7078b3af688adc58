using ApprovalEngine.Contracts;
using ApprovalEngine.Contracts.Tasks;

namespace AdminUi.Tests.Review;

/// <summary>Tasks as the server lists them.</summary>
internal static class Listed
{
    /// <summary>An item with two papers that it wants, as the server tells it.</summary>
    public const string ItemWithPapers = """{"code":"A","state":"inForce","version":1,"content":{"name":{"zh-Hans":"A","zh-Hant":"A","en":"A"},"kind":"instant","limits":{"kind":"workingDays","legalDays":1,"promisedDays":0},"unit":"D","definitionId":"f","materials":[{"code":"id","name":"Proof","required":true,"kind":"Main"},{"code":"plan","name":"Plan","required":true,"kind":"Minor"}]}}""";

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
