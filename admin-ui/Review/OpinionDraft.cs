using ApprovalEngine.AdminUi.Shell;

namespace ApprovalEngine.AdminUi.Review;

/// <summary>Where the browser keeps an opinion that was not sent yet, or was taken back.</summary>
public static class OpinionDraft
{
    /// <summary>A draft is its writer's: several people may use a computer, and have the same task one after the other.</summary>
    /// <param name="session">Who writes.</param>
    /// <param name="taskId">The task.</param>
    public static string Key(Session session, Guid taskId) => Key(session, $"{taskId:N}");

    /// <summary>Likewise of a text about something else: signing out lets it go with the others.</summary>
    /// <param name="session">Who writes.</param>
    /// <param name="of">What it is about.</param>
    public static string Key(Session session, string of) => $"opinion {session.Me?.UserName} {of}";
}
