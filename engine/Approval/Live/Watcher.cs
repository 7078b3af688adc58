using ApprovalEngine.Approval.Organisation;

namespace ApprovalEngine.Approval.Live;

/// <summary>Somebody who watches.</summary>
/// <param name="Access">Who, with the rights of when they began.</param>
/// <param name="SignInStamp">The account's stamp then: with another one the sign-in has ended. Null for programs.</param>
internal sealed record Watcher(Access Access, string? SignInStamp);
