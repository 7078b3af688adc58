using System.Text.Json;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Contracts.Catalogue;
using ApprovalEngine.Contracts.Forms;
using FluentValidation;
using FluentValidation.Results;

namespace ApprovalEngine.Approval.Catalogue;

/// <summary>What an item must keep whatever it says.</summary>
internal sealed class ItemRules : AbstractValidator<PublishItem>
{
    private const int MostDays = 1000;

    public ItemRules()
    {
        RuleFor(publish => publish.Code).Must(code => code.Length is > 0 and <= 64 && !code.Any(character => char.IsControl(character) || char.IsWhiteSpace(character)))
            .WithErrorCode("ItemCode").WithMessage("An item's code has 1 to 64 characters without blanks.");
        RuleFor(publish => publish.Request.Content.NationalCode).Must(code => code is null || code.Length is 12 or 31 or 33)
            .WithErrorCode("NationalCode").WithMessage("A national code has 12 (basic), 31 (implementing) or 33 (handling variant) characters.");
        RuleFor(publish => publish.Request.Content.Kind).IsInEnum().WithErrorCode("ItemKind").WithMessage("There is no such kind of item.");
        RuleFor(publish => publish.Request.Content.Limits.Kind).IsInEnum().WithErrorCode("LimitKind").WithMessage("There is no such kind of limit.");
        RuleFor(publish => publish.Request.Content.Name).IsNameInEachLanguage().WithErrorCode("ItemName").WithMessage("An item has a name of 1 to 200 characters in each language.");
        RuleFor(publish => publish.Request.Content).Custom(CheckConditions);
        RuleFor(publish => publish.Request.Content.Limits).Custom((limits, context) => CheckLimits(context.InstanceToValidate.Request.Content.Kind, limits, context));
    }

    /// <summary>What is kept must be readable again. What is asked for only at times must be able to be asked for; the fault stands at the field or material.</summary>
    private static void CheckConditions(ItemText content, ValidationContext<PublishItem> context)
    {
        JsonElement?[] members = [content.Form, content.Materials, content.Conditions, content.Basis, content.Fee, content.Guide, content.Stops, content.Details];
        if (members.Any(member => member is { } json && !StorableJson.IsStorable(json)))
        {
            context.AddFailure(new ValidationFailure("Request.Content", "The data hold a character that cannot be kept (U+0000, half a character), a member twice, or too many levels.") { ErrorCode = "JsonInvalid" });
            return;
        }

        var fields = FormJson.Fields(content.Form);
        foreach (var material in ListedMaterial.ListOf(content.Materials ?? default).Where(material => FormPaper.IsCode(material.Code)))
        {
            context.AddFailure(new ValidationFailure($"Request.Content.Materials.{material.Code}", $"Codes that begin with '{FormPaper.Prefix}' are those of files that are handed in with the form.") { ErrorCode = "MaterialCodeOfForm" });
        }

        var ofFields = ConditionRule.FaultsIn(fields).Select(fault => (Place: $"Form.{fault.Owner}", Fault: fault));
        var ofMaterials = ConditionRule.FaultsInMaterials(content.Materials, fields).Select(fault => (Place: $"Materials.{fault.Owner}", Fault: fault));
        foreach (var (place, fault) in ofFields.Concat(ofMaterials))
        {
            context.AddFailure(new ValidationFailure($"Request.Content.{place}", fault.Message) { ErrorCode = fault.Code });
        }
    }

    private static void CheckLimits(ItemKind kind, ItemLimits limits, ValidationContext<PublishItem> context)
    {
        if (new[] { limits.LegalDays, limits.PromisedDays, limits.DeliveryDays ?? 0, limits.ExtensionDays ?? 0 }.Any(days => days is < 0 or > MostDays))
        {
            context.AddFailure(new ValidationFailure("Request.Content.Limits", $"A limit has 0 to {MostDays} working days.") { ErrorCode = "LimitRange" });
        }

        if (limits.PromisedDays > limits.LegalDays)
        {
            context.AddFailure(new ValidationFailure("Request.Content.Limits.PromisedDays", $"The promise of {limits.PromisedDays} working days exceeds the legal limit of {limits.LegalDays}.") { ErrorCode = "PromiseAboveLegalLimit" });
        }

        if (kind == ItemKind.Instant && limits.PromisedDays != 0)
        {
            context.AddFailure(new ValidationFailure("Request.Content.Limits.PromisedDays", "An instant item is closed the same working day: its promise is 0.") { ErrorCode = "InstantPromise" });
        }
    }
}
