using ApprovalEngine.AdminUi.Resources;
using ApprovalEngine.AdminUi.Shell;
using ApprovalEngine.Contracts.Tasks;

namespace ApprovalEngine.AdminUi.Components;

/// <summary>Whose limit the due moment of a task is, and since when it counts.</summary>
public static class DueReason
{
    /// <summary>A few words.</summary>
    public static string Of(Texts texts, Session session, TaskListed task)
    {
        var entered = session.At(task.OpenedAt);
        return task switch
        {
            { IsPeriodDue: true, Kind: "Acceptance" } => texts["Due.ByAcceptance", entered],
            { IsPeriodDue: true, Kind: "Correction" } => texts["Due.ByCorrection", entered],
            { IsPeriodDue: true } => texts["Due.ByPeriod", entered],
            { IsStepDue: true } => texts["Due.ByStep", task.StepLimitDays ?? 0, entered],
            _ => texts["Due.ByCase", entered],
        };
    }
}
