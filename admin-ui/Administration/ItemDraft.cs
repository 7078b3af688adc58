using System.Text.Json;
using System.Text.Json.Nodes;
using ApprovalEngine.Contracts;
using ApprovalEngine.Contracts.Catalogue;
using ApprovalEngine.Contracts.Forms;

namespace ApprovalEngine.AdminUi.Administration;

/// <summary>A version of an item while it is being written.</summary>
public sealed class ItemDraft
{
    private static readonly ItemText Empty = new(null, ItemKind.Promised, LocalText.Same(""), new(LimitKind.WorkingDays, 0, 0), "", "");

    /// <summary>Begins from a version, or from nothing.</summary>
    public ItemDraft(ItemText? from = null)
    {
        Content = from ?? Empty;
        Form = Node(Content.Form) as JsonObject ?? [];
        Materials = Node(Content.Materials) as JsonArray ?? [];
        Conditions = Node(Content.Conditions) as JsonArray ?? [];
        Basis = Node(Content.Basis) as JsonArray ?? [];
        Stops = Node(Content.Stops) as JsonArray ?? [];
        Fee = Node(Content.Fee) as JsonObject ?? [];
        Guide = Node(Content.Guide) as JsonObject ?? [];
        Details = Node(Content.Details) as JsonObject ?? [];
    }

    /// <summary>What is plain: names, kind, limits, unit, flow.</summary>
    public ItemText Content { get; set; }

    /// <summary>The form; its fields are in the member <c>fields</c>.</summary>
    public JsonObject Form { get; }

    /// <summary>Materials.</summary>
    public JsonArray Materials { get; }

    /// <summary>Conditions.</summary>
    public JsonArray Conditions { get; }

    /// <summary>Laws.</summary>
    public JsonArray Basis { get; }

    /// <summary>Lawful stops of the clocks.</summary>
    public JsonArray Stops { get; }

    /// <summary>Fee.</summary>
    public JsonObject Fee { get; }

    /// <summary>Service guide.</summary>
    public JsonObject Guide { get; }

    /// <summary>How it is offered.</summary>
    public JsonObject Details { get; }

    /// <summary>What was typed for a limit and is no number of days, by the field.</summary>
    public Dictionary<string, string> UnreadDays { get; } = [];

    /// <summary>Key of what is still wrong with it; null when it can be published.</summary>
    public string? Missing => !NameFields.IsWhole(Content.Name) ? "Item.NameMissing"
        : Content.Unit.Length == 0 ? "Item.UnitMissing"
        : Content.DefinitionId.Length == 0 ? "Item.FlowMissing"
        : UnreadDays.Count > 0 || HasUnread ? "Item.NumberWrong"
        : Content.Limits.PromisedDays > Content.Limits.LegalDays ? "Problem.PromiseAboveLegalLimit"
        : Content.Kind == ItemKind.Instant && Content.Limits.PromisedDays != 0 ? "Problem.InstantPromise"
        : null;

    /// <summary>The first field or material whose condition nothing could meet; null when all can.</summary>
    public ConditionFault? WrongCondition
    {
        get
        {
            var fields = FormJson.Fields(Element(Form));
            return ConditionRule.FaultsIn(fields).Concat(ConditionRule.FaultsInMaterials(Element(Materials), fields)).FirstOrDefault();
        }
    }

    private bool HasUnread => PartValue.HasUnread(Form["fields"], ItemShape.Fields) || PartValue.HasUnread(Materials, ItemShape.Materials) || PartValue.HasUnread(Stops, ItemShape.Stops) || PartValue.HasUnread(Fee, ItemShape.Fee);

    /// <summary>The whole as it is sent.</summary>
    public ItemText Whole() => Content with
    {
        Form = Element(Form),
        Materials = Element(Materials),
        Conditions = Element(Conditions),
        Basis = Element(Basis),
        Stops = Element(Stops),
        Fee = Element(Fee),
        Guide = Element(Guide),
        Details = Element(Details),
    };

    private static JsonNode? Node(JsonElement? element) => element is { ValueKind: JsonValueKind.Object or JsonValueKind.Array } given ? JsonNode.Parse(given.GetRawText()) : null;

    private static JsonElement Element(JsonNode node) => JsonElement.Parse(node.ToJsonString());
}
