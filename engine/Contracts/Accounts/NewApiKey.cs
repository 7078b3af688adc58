namespace ApprovalEngine.Contracts.Accounts;

/// <summary>A key, shown this once.</summary>
/// <param name="Key">What the program sends: <c>Authorization: Bearer …</c> or <c>X-Api-Key: …</c>.</param>
/// <param name="Listed">As it is listed from now on.</param>
public sealed record NewApiKey(string Key, ApiKeyView Listed)
{
    private bool PrintMembers(System.Text.StringBuilder text) => text.Append(Listed.Code).Length > 0;
}
