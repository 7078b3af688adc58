using System.Text.Json;
using System.Text.Json.Nodes;
using ApprovalEngine.Approval.Errors;

namespace ApprovalEngine.Host.Endpoints.Elsa;

/// <summary>The body of a request of Elsa's clients: an object, or nothing at all.</summary>
/// <param name="Json">The object; empty for no body.</param>
internal sealed record ElsaBody(JsonObject Json)
{
    /// <summary>A definition nested as deeply as one may be, within what wraps it.</summary>
    public const int MaxDepth = 160;

    private static readonly JsonDocumentOptions Reading = new() { MaxDepth = MaxDepth, AllowDuplicateProperties = false };

    /// <summary>Reads the body whatever its content type says: Elsa's clients send bodies without one.</summary>
    /// <exception cref="BadHttpRequestException">It is no JSON object.</exception>
    /// <exception cref="RuleBrokenException">It holds half a character.</exception>
    public static async ValueTask<ElsaBody> BindAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var text = await reader.ReadToEndAsync(context.RequestAborted);
        if (string.IsNullOrWhiteSpace(text))
        {
            return new ElsaBody([]);
        }

        try
        {
            var json = JsonNode.Parse(text, null, Reading) as JsonObject ?? throw new BadHttpRequestException("A JSON object is expected.");

            // Half a character is JSON, but no text, and shows only when somebody reads it. It can only be written as an escape.
            _ = text.Contains("\\u", StringComparison.Ordinal) ? json.ToJsonString() : null;
            return new ElsaBody(json);
        }
        catch (JsonException fault)
        {
            throw new BadHttpRequestException("The body is not readable JSON.", fault);
        }
        catch (InvalidOperationException)
        {
            throw new RuleBrokenException("JsonInvalid", "The body holds half a character (a lone surrogate), which cannot be kept.");
        }
    }

    /// <summary>A member, however its letters are written.</summary>
    public JsonNode? this[string name] =>
        Json.TryGetPropertyValue(name, out var member) ? member : Json.FirstOrDefault(one => string.Equals(one.Key, name, StringComparison.OrdinalIgnoreCase)).Value;

    /// <summary>A text; null where it is absent, empty or none.</summary>
    public string? Text(string name) => this[name] is JsonValue value && value.TryGetValue<string>(out var text) && text.Length > 0 ? text : null;

    /// <summary>A number; null where it is absent or none.</summary>
    public int? Number(string name) => this[name] is JsonValue value && value.TryGetValue<int>(out var number) ? number : null;

    /// <summary>A flag; null where it is absent or none.</summary>
    public bool? Flag(string name) => this[name] is JsonValue value && value.TryGetValue<bool>(out var flag) ? flag : null;

    /// <summary>The texts of a list; empty where it is absent.</summary>
    public IReadOnlyList<string> Texts(string name) =>
        this[name] is JsonArray items ? [.. items.OfType<JsonValue>().Where(item => item.GetValueKind() == JsonValueKind.String).Select(item => item.GetValue<string>())] : [];
}
