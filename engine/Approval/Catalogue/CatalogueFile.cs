using System.Collections.Immutable;
using System.Text.Json;
using ApprovalEngine.Contracts;
using ApprovalEngine.Contracts.Catalogue;

namespace ApprovalEngine.Approval.Catalogue;

/// <summary>The shipped catalogue (workflows/catalogue.json).</summary>
internal sealed record CatalogueFile(ImmutableArray<CatalogueFile.ItemOfFile> Items)
{
    public const string Name = "catalogue.json";

    internal sealed record ItemOfFile(
        string Code, string? NationalCode, ItemKind Kind, LocalText Name, LimitsOfFile Limits, string Unit, string DefinitionId,
        JsonElement Category, JsonElement Channels, JsonElement Applicants, int OnlineLevel, decimal DemoShare,
        JsonElement Form, JsonElement Materials, JsonElement Conditions, JsonElement Basis, JsonElement Fee, JsonElement Guide, JsonElement Stops);

    internal sealed record LimitsOfFile(LimitKind Kind, int LegalDays, int PromisedDays, int? DeliveryDays, int? ExtensionDays);
}
