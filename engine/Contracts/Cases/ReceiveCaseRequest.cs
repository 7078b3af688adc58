using System.Text.Json.Nodes;

namespace ApprovalEngine.Contracts.Cases;

/// <summary>An application as it is handed in.</summary>
public sealed record ReceiveCaseRequest
{
    /// <summary>Code of the item.</summary>
    public required string Item { get; init; }

    /// <summary>Who applies.</summary>
    public required CaseApplicant Applicant { get; init; }

    /// <summary>Window, Online, MobileClient, Letter, Phone, Sms, Email, Portal, Weibo, WeChat, Alipay or Internal.</summary>
    public string Channel { get; init; } = "Window";

    /// <summary>Code of the handling unit; null for the item's own.</summary>
    public string? Unit { get; init; }

    /// <summary>Code of the window where it is handed in; null for other channels.</summary>
    public string? Window { get; init; }

    /// <summary>The project of which the case is a stage; null for most.</summary>
    public string? ProjectNo { get; init; }

    /// <summary>The item's form, filled in: values by the fields' codes.</summary>
    public JsonObject? Form { get; init; }

    /// <summary>The materials handed in or promised, each on the item's list. Required ones that are not named are missing, unless none is named at all.</summary>
    public IReadOnlyList<SuppliedMaterial> Materials { get; init; } = [];
}

/// <summary>Who applies.</summary>
/// <param name="Kind">Person or Organisation.</param>
/// <param name="Name">Free text.</param>
/// <param name="Number">Resident ID or unified social credit code; null where the item does not ask for it.</param>
/// <param name="Phone">Null when not given.</param>
/// <param name="ExceptionReason">Why a number that breaks the rule is accepted; needs a right of its own.</param>
public sealed record CaseApplicant(string Kind, string Name, string? Number = null, string? Phone = null, string? ExceptionReason = null);

/// <summary>A material of the item's list.</summary>
/// <param name="Code">The material's code in the item.</param>
/// <param name="State">Supplied, Deferred, NotNeeded, Missing or Faulty.</param>
/// <param name="PromisedOn">By when a deferred one is promised (local date).</param>
public sealed record SuppliedMaterial(string Code, string State = "Supplied", DateOnly? PromisedOn = null);
