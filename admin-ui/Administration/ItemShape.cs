using ApprovalEngine.Contracts.Forms;

namespace ApprovalEngine.AdminUi.Administration;

/// <summary>The parts of an item that are JSON, as the shipped catalogue has them (workflows/catalogue.json). What is not named here is kept as it is.</summary>
public static class ItemShape
{
    private static readonly string[] Types = ["Text", "LongText", "Integer", "Money", "Date", "Boolean", "Choice", "Unit", "Units", "Phone", "Email", "ResidentId", "CreditCode", FormField.Attachment, "Group"];
    private static readonly string[] UnitKinds = ["", "Department", "District", "Town", "Village", "SubCentre", "Window", "ServiceStation"];
    private static readonly string[] Channels = [.. Supervision.FigureQuestion.Channels.Where(one => one != Components.FilterSelect.Internal)];
    private static readonly string[] Causes = ["Correction", "Hearing", "Bidding", "Auction", "Inspection", "Testing", "Quarantine", "Appraisal", "ExpertReview", "SiteVisit", "Publicity", "ThirdPartyConsultation"];

    private static readonly Part[] Field =
    [
        new("code"), new("type", PartKind.Choice, Types), new("label", PartKind.Words), new("required", PartKind.Check), new("maxLength", PartKind.Number), new("min", PartKind.Number), new("max", PartKind.Number),
        new("unitKind", PartKind.Choice, UnitKinds), new("when", PartKind.Condition), new("options", PartKind.List, Parts: [new("value"), new("label", PartKind.Words)]),
    ];

    /// <summary>A field of the form; a group has fields of its own.</summary>
    public static IReadOnlyList<Part> Fields { get; } = [.. Field, new("fields", PartKind.List, Parts: Field)];

    /// <summary>A material.</summary>
    public static IReadOnlyList<Part> Materials { get; } =
    [
        new("code"), new("kind", PartKind.Choice, ["Main", "Minor"]), new("required", PartKind.Check), new("copies", PartKind.Number), new("medium", PartKind.Choice, ["Electronic", "Paper"]),
        new("name", PartKind.Words), new("issuedBy"), new("basis", PartKind.Words), new("when", PartKind.Condition),
    ];

    /// <summary>A condition.</summary>
    public static IReadOnlyList<Part> Conditions { get; } = [new("text", PartKind.Words)];

    /// <summary>A law.</summary>
    public static IReadOnlyList<Part> Basis { get; } = [new("title", PartKind.Words), new("article", PartKind.Words)];

    /// <summary>A lawful stop of the clocks.</summary>
    public static IReadOnlyList<Part> Stops { get; } = [new("cause", PartKind.Choice, Causes), new("withinDays", PartKind.Number), new("stopsLegal", PartKind.Check), new("basis", PartKind.Words)];

    /// <summary>The service guide.</summary>
    public static IReadOnlyList<Part> Guide { get; } = [new("where", PartKind.Words), new("process", PartKind.Words), new("result", PartKind.Words), new("notes", PartKind.Words), new("phone")];

    /// <summary>The fee.</summary>
    public static IReadOnlyList<Part> Fee { get; } = [new("charged", PartKind.Check), new("amount", PartKind.Number), new("currency"), new("basis", PartKind.Words)];

    /// <summary>How it is offered.</summary>
    public static IReadOnlyList<Part> Details { get; } =
    [
        new("category", PartKind.Words), new("channels", PartKind.Many, Channels), new("applicants", PartKind.Many, ["Person", "Organisation"]), new("onlineLevel", PartKind.Choice, ["1", "2", "3", "4"]),
    ];
}
