using System.Text.Json;

namespace ApprovalEngine.AdminUi.Api;

/// <summary>A write that may be sent again after an answer that did not arrive: as long as it says the same it goes under the same key, so that it is not done twice.</summary>
public sealed class SameWrite
{
    /// <summary>What was sent last; null before.</summary>
    public string? Sent { get; set; }

    /// <summary>Under which key.</summary>
    public string Key { get; set; } = "";

    /// <summary>The key under which this goes.</summary>
    public string KeyOf<T>(T body)
    {
        var said = JsonSerializer.Serialize(body, ApiClient.TypeOf<T>());
        (Key, Sent) = (said == Sent ? Key : ApiClient.NewKey(), said);
        return Key;
    }
}
