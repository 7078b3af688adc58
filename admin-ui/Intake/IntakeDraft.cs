using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using ApprovalEngine.AdminUi.Api;
using ApprovalEngine.Contracts.Forms;
using ApprovalEngine.Contracts.Identifiers;

namespace ApprovalEngine.AdminUi.Intake;

/// <summary>What a clerk has entered for an item so far; kept in the browser, so that a crash loses nothing.</summary>
public sealed class IntakeDraft
{
    /// <summary>When it was touched last: drafts that nobody touched for a week are let go.</summary>
    public DateOnly On { get; set; }

    /// <summary>Person or Organisation.</summary>
    public string Kind { get; set; } = "Person";

    /// <summary>Name of the applicant.</summary>
    public string Name { get; set; } = "";

    /// <summary>Resident ID or credit code, as typed.</summary>
    public string Number { get; set; } = "";

    /// <summary>Why an organisation's number that breaks the standard is a real one of before it; only who has the right says so.</summary>
    public string ExceptionReason { get; set; } = "";

    /// <summary>How to reach them.</summary>
    public string Phone { get; set; } = "";

    /// <summary>Number of the project that an organisation's application belongs to; empty for none.</summary>
    public string ProjectNo { get; set; } = "";

    /// <summary>How it came in.</summary>
    public string Channel { get; set; } = "Window";

    /// <summary>The form, filled in.</summary>
    public JsonObject Form { get; set; } = [];

    /// <summary>State of each material: Supplied, Deferred, NotNeeded or Missing.</summary>
    public Dictionary<string, string> Materials { get; set; } = [];

    /// <summary>By when deferred ones are promised.</summary>
    public Dictionary<string, DateOnly> Promises { get; set; } = [];

    /// <summary>As what it was handed in last: handed in again after an answer that did not arrive, it makes no second case.</summary>
    public SameWrite Receipt { get; set; } = new();

    /// <summary>Whether it is handed in at a window.</summary>
    [JsonIgnore]
    public bool IsAtWindow => Channel == "Window";

    /// <summary>What is wrong with the number; null when nothing is, or when it is said why it stands all the same.</summary>
    /// <param name="today">The centre's local date.</param>
    public IdentifierFault? NumberFault(DateOnly today) => IsExcused(today) ? null : InNumber(today);

    /// <summary>Whether the number breaks the standard and it is said why it is a real one.</summary>
    /// <param name="today">The centre's local date.</param>
    public bool IsExcused(DateOnly today) => IsExcusable(today) && ExceptionReason.Trim().Length > 0;

    /// <summary>Whether the number breaks the standard as one of before it may: that of an organisation (domain.md, identifiers).</summary>
    /// <param name="today">The centre's local date.</param>
    public bool IsExcusable(DateOnly today) => Kind == "Organisation" && InNumber(today) is not null;

    private IdentifierFault? InNumber(DateOnly today) => FieldRule.NumberFaultIn(Kind == "Person" ? "ResidentId" : "CreditCode", Number, today);

    /// <summary>Whether a material is promised for later.</summary>
    public bool IsDeferred(string code) => Materials.GetValueOrDefault(code) == "Deferred";
}
