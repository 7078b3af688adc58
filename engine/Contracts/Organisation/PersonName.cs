namespace ApprovalEngine.Contracts.Organisation;

/// <summary>What a person is called; colleagues know each other's names, and nothing more by this.</summary>
/// <param name="UserName">Key of the person.</param>
/// <param name="DisplayName">The name that screens show.</param>
/// <param name="IsActive">Whether work may be given to them.</param>
public sealed record PersonName(string UserName, string DisplayName, bool IsActive);
