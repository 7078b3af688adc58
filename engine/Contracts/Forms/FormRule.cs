using System.Text.Json.Nodes;

namespace ApprovalEngine.Contracts.Forms;

/// <summary>What the fields of a form say together: which of them are asked for, and what is wrong with what was filled in.</summary>
public static class FormRule
{
    private static readonly FieldFault NotAsked = new("NotAsked", "is not asked for by what else the form says; leave it out");

    /// <summary>The fields that are asked for by what is filled in. One that depends on a field that is not asked for is not either.</summary>
    public static IReadOnlyList<FormField> Asked(IReadOnlyList<FormField> fields, JsonObject values)
    {
        var asked = new List<FormField>();
        foreach (var field in fields)
        {
            if (field.When is not { } when || (when.IsMet(values) && asked.Any(one => one.Code == when.Field)))
            {
                asked.Add(field);
            }
        }

        return asked;
    }

    /// <summary>Whether something that depends on a field of the form, as a material may, is needed.</summary>
    public static bool IsNeeded(FieldCondition? when, IReadOnlyList<FormField> fields, JsonObject values) =>
        when is null || (when.IsMet(values) && Asked(fields, values).Any(field => field.Code == when.Field));

    /// <summary>What was filled in, without what is not asked for.</summary>
    public static JsonObject Kept(IReadOnlyList<FormField> fields, JsonObject values)
    {
        var asked = Asked(fields, values);
        var kept = (JsonObject)values.DeepClone();
        foreach (var field in fields.Except(asked))
        {
            kept.Remove(field.Code);
        }

        foreach (var group in asked.Where(field => field.Type == "Group"))
        {
            if (kept[group.Code] is JsonArray entries)
            {
                kept[group.Code] = new JsonArray([.. entries.Select(entry => entry is JsonObject one ? Kept(group.Fields, one) : entry?.DeepClone())]);
            }
        }

        return kept;
    }

    /// <summary>All that is wrong, in the order of the fields. What the form has no field for is nobody's fault: flows may ask for more than a form does.</summary>
    /// <param name="fields">The fields.</param>
    /// <param name="values">What was filled in.</param>
    /// <param name="today">The centre's local date.</param>
    public static IEnumerable<FormFault> FaultsIn(IReadOnlyList<FormField> fields, JsonObject values, DateOnly today) => FaultsIn(fields, values, today, "");

    private static IEnumerable<FormFault> FaultsIn(IReadOnlyList<FormField> fields, JsonObject values, DateOnly today, string within)
    {
        var asked = Asked(fields, values);
        foreach (var field in fields)
        {
            var (place, value) = (within + field.Code, values[field.Code]);
            if (!asked.Contains(field))
            {
                if (value is not null)
                {
                    yield return new(place, field, NotAsked);
                }
            }
            else if (FieldRule.FaultIn(field, value, today) is { } fault)
            {
                yield return new(place, field, fault);
            }
            else if (field.Type == "Group" && value is JsonArray entries)
            {
                foreach (var inner in entries.SelectMany((entry, at) => FaultsIn(field.Fields, (JsonObject)entry!, today, $"{place}[{at}].")))
                {
                    yield return inner;
                }
            }
        }
    }
}
