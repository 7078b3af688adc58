using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Supervision;
using ApprovalEngine.Contracts.Cases;
using ApprovalEngine.Contracts.Supervision;

namespace Approval.Tests.Supervision;

/// <summary>Base of tests in which a supervisor has raised a card on a clerk's case, and people answer it.</summary>
public abstract class AlertTest(PostgresServer server) : CentreTest(server)
{
    /// <summary>Who holds the case.</summary>
    protected const string Clerk = "zhang.qiang";

    protected async Task<AlertView> Raised(bool isClaimed = true)
    {
        var received = await Send(new ReceiveCase(await AccessOf(Clerk), null, new ReceiveCaseRequest
        {
            Item = "YC-DA-0001",
            Applicant = new CaseApplicant("Person", "张三", null, null),
            Form = new() { ["fileNumber"] = "2026-1" },
        }));
        if (isClaimed)
        {
            await Send(new ApprovalEngine.Approval.Tasks.ClaimTask(await AccessOf(Clerk), null, received.OpenTasks[0]));
        }

        return await Send(new RaiseAlert(await AccessOf("supervisor"), "raise-once", new RaiseAlertRequest(received.CaseId, "清单之外收费")));
    }

    protected async Task<AlertView> Show(string user, AlertView alert) => await Send(new ShowAlert(await AccessOf(user), alert.Alert.AlertId));

    protected async Task<AlertView> Lead(string user, AlertView alert, string status, string? words = null) =>
        await Send(new ActOnAlert(await AccessOf(user), alert.Alert.AlertId, new AlertActRequest(status, words)));

    protected async Task Refused<T>(string user, AlertView alert, string status, string? words = null)
        where T : Exception
    {
        var act = () => Lead(user, alert, status, words);
        await act.Should().ThrowAsync<T>();
    }
}
