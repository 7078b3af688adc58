using ApprovalEngine.AdminUi.Shell;

namespace ApprovalEngine.AdminUi.Review;

/// <summary>Where the browser keeps an opinion that was not sent yet, or was taken back.</summary>
public static class OpinionDraft
{
    /// <summary>A draft is its writer's: several people may use a computer, and have the same task one after the other.</summary>
    /// <param name="session">Who writes.</param>
    /// <param name="taskId">The task.</param>
    public static string Key(Session session, Guid taskId) => $"opinion {session.Me?.UserName} {taskId:N}";
}
