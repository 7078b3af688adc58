using System.Text.Json;
using System.Text.Json.Serialization;
using ApprovalEngine.Contracts;
using ApprovalEngine.Contracts.Cases;

namespace AdminUi.Tests.Cases;

/// <summary>Cases as the server shows them.</summary>
internal static class HandedIn
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public static CaseView Case(Guid id, string caseNo = "NO-1") => new()
    {
        Case = new()
        {
            CaseId = id,
            CaseNo = caseNo,
            Item = "A",
            ItemName = LocalText.Same("Item"),
            Applicant = "Applicant",
            Channel = "Window",
            Status = "Open",
            Unit = "D",
            ReceivedAt = DateTimeOffset.UnixEpoch,
            IsOverdue = false,
        },
        Version = 1,
        ReceivedBy = "clerk",
        Course = [],
        Flow = "flow:1",
        Form = [],
        Applicant = new("Person", null, null),
        OpenTasks = [],
        Answered = [],
        Notes = [],
        Materials = [],
        Attachments = [],
        Documents = [],
        Incidents = [],
        SeenBy = [],
        MayShowNumbers = false,
        MayComment = false,
        AreDocumentsHeld = false,
        MaySupply = false,
        MayLetGo = false,
        Notices = [],
    };

    public static string Json(this CaseView view) => JsonSerializer.Serialize(view, Web);
}
