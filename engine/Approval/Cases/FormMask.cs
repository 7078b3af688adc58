using System.Text.Json;
using System.Text.Json.Nodes;
using ApprovalEngine.Contracts.Identifiers;

namespace ApprovalEngine.Approval.Cases;

/// <summary>
/// Hides the ID and telephone numbers of an item's form wherever its fields appear: on the case, in a task, in the trail. Who needs the whole
/// number says why (<see cref="ShowNumbers"/>).
/// </summary>
internal sealed class FormMask
{
    private readonly Dictionary<string, Func<string, string>> hidden = [];

    /// <param name="form">The item's form (workflows/catalogue.json).</param>
    public FormMask(JsonElement form) => Collect(form);

    /// <summary>The node itself where the form asks for no such number, else a copy with the numbers hidden at any depth.</summary>
    public T Applied<T>(T node)
        where T : JsonNode
    {
        if (hidden.Count == 0)
        {
            return node;
        }

        var copy = (T)node.DeepClone();
        Hide(copy);
        return copy;
    }

    private void Collect(JsonElement owner)
    {
        if (owner.ValueKind != JsonValueKind.Object || !owner.TryGetProperty("fields", out var fields) || fields.ValueKind != JsonValueKind.Array)
        {
            return;
        }

        foreach (var field in fields.EnumerateArray().Where(field => field.ValueKind == JsonValueKind.Object))
        {
            if (Word(field, "code") is { } code && Hiding(Word(field, "type")) is { } hide)
            {
                hidden[code] = hide;
            }

            Collect(field);
        }
    }

    private static Func<string, string>? Hiding(string? type) => type switch { "ResidentId" => Masking.ResidentId, "Phone" => Masking.Phone, _ => null };

    private static string? Word(JsonElement field, string name) => field.TryGetProperty(name, out var word) && word.ValueKind == JsonValueKind.String ? word.GetString() : null;

    private void Hide(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject owner:
                foreach (var (name, value) in owner.ToList())
                {
                    if (value is JsonValue && hidden.TryGetValue(name, out var hide))
                    {
                        // A number that was entered as one hides like its text.
                        owner[name] = hide(value.ToString());
                    }
                    else
                    {
                        Hide(value);
                    }
                }

                break;
            case JsonArray list:
                foreach (var one in list)
                {
                    Hide(one);
                }

                break;
        }
    }
}
