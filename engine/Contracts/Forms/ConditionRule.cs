using System.Text.Json;

namespace ApprovalEngine.Contracts.Forms;

/// <summary>Keeps the conditions of a form from being nonsense: each names a field before it and values that the field can have, so none can wait for itself.</summary>
public static class ConditionRule
{
    /// <summary>What is wrong with the conditions of a form, in the order of its fields.</summary>
    public static IEnumerable<ConditionFault> FaultsIn(IReadOnlyList<FormField> fields)
    {
        for (var at = 0; at < fields.Count; at++)
        {
            var field = fields[at];
            if (field.When is { } when && FaultIn(field.Code, when, fields, at) is { } fault)
            {
                yield return fault;
            }

            foreach (var inner in FaultsIn(field.Fields))
            {
                yield return inner;
            }
        }
    }

    /// <summary>What is wrong with the conditions of an item's materials, in their order.</summary>
    /// <param name="materials">The materials as the catalogue holds them; what has no list holds none.</param>
    /// <param name="fields">The fields of the item's form.</param>
    public static IEnumerable<ConditionFault> FaultsInMaterials(JsonElement? materials, IReadOnlyList<FormField> fields) =>
        materials is { ValueKind: JsonValueKind.Array } list
            ? list.EnumerateArray().Select(material => FieldCondition.Of(material) is { } when ? FaultIn(FormJson.Text(material, "code") ?? "", when, fields, fields.Count) : null).OfType<ConditionFault>()
            : [];

    /// <summary>The values that a field can have on which something may depend; none for a field on which nothing can.</summary>
    public static IReadOnlyList<string> ValuesOf(FormField field) => field.Type switch { "Boolean" => ["true", "false"], "Choice" => [.. field.Options.Select(option => option.Value)], _ => [] };

    /// <summary>What is wrong with the condition of a field, or of something beside the form as a material; null when nothing is.</summary>
    /// <param name="owner">Code of what has the condition.</param>
    /// <param name="when">The condition.</param>
    /// <param name="fields">The fields of the form or group.</param>
    /// <param name="before">How many of them stand before it; all of them before what stands beside the form.</param>
    public static ConditionFault? FaultIn(string owner, FieldCondition when, IReadOnlyList<FormField> fields, int before)
    {
        var named = fields.Select((field, at) => (Field: field, At: at)).FirstOrDefault(one => one.Field.Code == when.Field);
        return named.Field is not { } field ? Fault("ConditionFieldUnknown", $"depends on '{when.Field}', which is no field of the same form or group")
            : named.At >= before ? Fault("ConditionFieldLater", $"depends on '{when.Field}', which does not stand before it")
            : ValuesOf(field) is not { Count: > 0 } values ? Fault("ConditionFieldKind", $"depends on '{when.Field}', which is neither a yes or no nor a choice")
            : when.In.Count == 0 ? Fault("ConditionWithoutValue", $"depends on '{when.Field}' but names no value of it")
            : when.In.FirstOrDefault(value => !values.Contains(value)) is { } unknown ? Fault("ConditionValueUnknown", $"depends on the value '{unknown}', which '{when.Field}' cannot have")
            : null;

        ConditionFault Fault(string code, string message) => new(code, owner, when.Field, $"'{owner}' {message}.");
    }
}

/// <summary>What is wrong with a condition.</summary>
/// <param name="Code">Stable name of the fault.</param>
/// <param name="Owner">Code of the field or material that has the condition.</param>
/// <param name="Field">Code of the field that it names.</param>
/// <param name="Message">A sentence.</param>
public sealed record ConditionFault(string Code, string Owner, string Field, string Message);
