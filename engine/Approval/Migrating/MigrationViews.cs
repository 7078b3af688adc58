using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Contracts.Migrations;
using ApprovalEngine.Workflow.Migration;

namespace ApprovalEngine.Approval.Migrating;

/// <summary>The core's answers as the API shows them.</summary>
internal static class MigrationViews
{
    public static MigrationPreviewView Of(CaseRecord row, MigrationPreview preview) => new(
        row.CaseId, row.CaseNo, Of(preview.Faults),
        [.. preview.Tokens.Select(token => new TokenMove(token.From, token.To, token.IsAnew))],
        [.. preview.Tasks.Select(task => new TaskMove(task.TaskId, task.Fate.ToString(), task.From, task.To, task.Assignee, Of(task.Due)))],
        [.. preview.Timers.Select(timer => new TimerMove(timer.Kind.ToString(), timer.ActivityId, timer.Fate.ToString(), Of(timer.Due)))],
        Of(preview.Due), Of(preview.LegalDue));

    public static IReadOnlyList<MigrationFaultView> Of(IEnumerable<MigrationFault> faults) => [.. faults.Select(fault => new MigrationFaultView(fault.Code, fault.Where, fault.Message))];

    private static MomentMove Of(Moved<DateTimeOffset?> moment) => new(moment.Before, moment.After);
}
