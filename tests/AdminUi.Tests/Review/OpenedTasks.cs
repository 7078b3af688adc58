namespace AdminUi.Tests.Review;

/// <summary>A task that is opened, with its case.</summary>
internal static class OpenedTasks
{
    /// <summary>Answers with a task of a kind, the answers to it, how its papers stand, and who was added to it.</summary>
    public static void Opened(this Answering server, Guid id, string kind, string outcomes, string materials = "", string more = "", string subTasks = "", string signersAfter = "", bool isAnswerable = true, string answered = "")
    {
        var task = Task(id, kind, more);
        server.With($"GET tasks/{id}", $$"""{"task":{{task}},"isAnswerable":{{(isAnswerable ? "true" : "false")}},"outcomes":[{{outcomes}}],"route":[],"advice":[],"subTasks":[{{subTasks}}],"signersAfter":[{{signersAfter}}],"barred":[],"form":{},"version":1}""");
        server.With($"GET cases/{id}", $$"""
            {"case":{"caseId":"{{id}}","caseNo":"NO-1","item":"A","itemName":{"zh-Hans":"A","zh-Hant":"A","en":"A"},"applicant":"P","channel":"Window","status":"Received","unit":"D","receivedAt":"2026-03-02T01:00:00Z","isOverdue":false},
            "version":1,"receivedBy":"clerk","flow":"f:1","form":{},"applicant":{"kind":"Person","number":null,"phone":null},"openTasks":[{{task}}],"answered":[{{answered}}],"course":[],"notes":[],"materials":[{{materials}}],
            "attachments":[],"documents":[],"notices":[],"incidents":[],"seenBy":[],"acts":[],"told":[],"areDocumentsHeld":false,"maySupply":false,"mayLetGo":false,"mayShowNumbers":false,"mayComment":false}
            """);
    }

    /// <summary>The task alone; further members begin with a comma.</summary>
    public static string Task(Guid id, string kind, string more = "") =>
        $$"""{"taskId":"{{id}}","caseId":"{{id}}","caseNo":"NO-1","item":"A","applicant":"P","activityId":"a","title":{"zh-Hans":"T","zh-Hant":"T","en":"T"},"kind":"{{kind}}","unit":"D","role":"WindowClerk","outcomes":[],"openedAt":"2026-03-02T01:00:00Z"{{more}}}""";
}
