using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ApprovalEngine.Host.Endpoints.Elsa;

/// <summary>How Elsa writes its answers: camelCase, enums by name, and null members left out.</summary>
internal static class ElsaJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter() },
        MaxDepth = ElsaBody.MaxDepth,
    };

    /// <summary>An answer.</summary>
    public static JsonHttpResult<T> Answer<T>(T value) => TypedResults.Json(value, Options);
}
