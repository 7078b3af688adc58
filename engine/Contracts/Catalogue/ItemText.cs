using System.Text.Json;

namespace ApprovalEngine.Contracts.Catalogue;

/// <summary>What a version of an item says. The JSON members have the shapes of the shipped catalogue (workflows/catalogue.json).</summary>
/// <param name="NationalCode">12, 31 or 33 characters (GB/T 39554.1-2020) where known.</param>
/// <param name="Kind">Instant or promised.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Limits">Its limits.</param>
/// <param name="Unit">Code of the unit that handles its cases.</param>
/// <param name="DefinitionId">Its flow.</param>
/// <param name="Form">Fields of the application form.</param>
/// <param name="Materials">Materials that must be handed in.</param>
/// <param name="Conditions">Conditions.</param>
/// <param name="Basis">Laws it rests on.</param>
/// <param name="Fee">Fee.</param>
/// <param name="Guide">Service guide.</param>
/// <param name="Stops">Lawful stops of the clocks.</param>
/// <param name="Details">Category, channels, who may apply, level of online service.</param>
/// <param name="AllowsBulkAnswers">Whether several tasks of one step may be given one answer at once.</param>
/// <param name="LevelProfile">Code of the profile of supervision levels that its cases follow; null for the centre's.</param>
public sealed record ItemText(
    string? NationalCode,
    ItemKind Kind,
    LocalText Name,
    ItemLimits Limits,
    string Unit,
    string DefinitionId,
    JsonElement? Form = null,
    JsonElement? Materials = null,
    JsonElement? Conditions = null,
    JsonElement? Basis = null,
    JsonElement? Fee = null,
    JsonElement? Guide = null,
    JsonElement? Stops = null,
    JsonElement? Details = null,
    bool AllowsBulkAnswers = false,
    string? LevelProfile = null);
