using ApprovalEngine.AdminUi.Api;
using ApprovalEngine.AdminUi.Review;
using ApprovalEngine.Contracts.Tasks;

namespace AdminUi.Tests.Review;

/// <summary>A link leads to a row however far down its list stands.</summary>
public sealed class Opening_by_a_link : IDisposable
{
    private static readonly Guid Key = Listed.Id(7);
    private readonly Answering server = new();

    [Theory]
    [InlineData(InboxTab.Mine, true)]
    [InlineData(InboxTab.Claimable, true)]
    [InlineData(InboxTab.Copied, false)]
    public async Task finds_the_task_or_the_case_itself(InboxTab tab, bool isTask)
    {
        server.Opened(Key, "Review", "");

        var row = await Find(tab);

        row.Should().BeEquivalentTo(new { Key, CaseId = Key, CaseNo = "NO-1", Item = "A", Applicant = "P" });
        (row.Task is not null).Should().Be(isTask);
    }

    [Fact]
    public async Task finds_what_was_answered_itself()
    {
        server.With($"GET tasks/done/{Key}", $$"""{"taskId":"{{Key}}","caseId":"{{Key}}","caseNo":"NO-1","item":"A","applicant":"P","title":{"en":"Review"},"outcome":"Granted","at":"2026-03-02T01:00:00Z"}""");

        (await Find(InboxTab.Done)).Should().BeEquivalentTo(new { Key, CaseNo = "NO-1", Note = "Granted" });
    }

    [Fact]
    public async Task says_why_it_opens_nothing_that_is_gone() =>
        (await FluentActions.Awaiting(() => Find(InboxTab.Mine)).Should().ThrowAsync<ApiException>()).Which.Problem.Status.Should().Be(404);

    public void Dispose() => server.Dispose();

    private Task<InboxRow> Find(InboxTab tab) => InboxReading.Find(new ApiClient(new HttpClient(server) { BaseAddress = new("http://office.test/") }), tab, Key, TestContext.Current.CancellationToken);
}
