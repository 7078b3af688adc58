using System.Security.Cryptography;
using System.Text.Json;

namespace ApprovalEngine.Approval.Cases;

/// <summary>
/// A key under which a person's command happens once. It is bound to the user and to what was asked: the same key with the same request
/// is answered as before, with another request it is refused.
/// </summary>
/// <param name="UserName">Whose key it is.</param>
/// <param name="Value">The key as the client chose it.</param>
/// <param name="RequestHash">SHA-256 over the kind of command and its content.</param>
public sealed record IdempotencyKey(string UserName, string Value, byte[] RequestHash)
{
    /// <summary>The longest key that is taken.</summary>
    public const int MaxLength = 200;

    /// <summary>Binds a client's key to the user and the request; null when the client gave none.</summary>
    /// <param name="userName">Who asks.</param>
    /// <param name="value">The header's value.</param>
    /// <param name="command">Name of the command.</param>
    /// <param name="request">What is asked, without the key itself.</param>
    public static IdempotencyKey? Bind(string userName, string? value, string command, object request)
    {
        if (string.IsNullOrEmpty(value))
        {
            return null;
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(command));
        hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(request, request.GetType()));
        return new IdempotencyKey(userName, value, hash.GetHashAndReset());
    }
}
