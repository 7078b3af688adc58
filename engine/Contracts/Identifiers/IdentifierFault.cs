namespace ApprovalEngine.Contracts.Identifiers;

/// <summary>What is wrong with a number.</summary>
/// <param name="Code">Stable name of the fault.</param>
/// <param name="At">Place of the wrong character in the normalised text, from 0; null where it is none in particular.</param>
/// <param name="Message">A sentence in English; screens have their own by the code.</param>
/// <param name="Length">How many characters are wrong together.</param>
public sealed record IdentifierFault(string Code, int? At, string Message, int Length = 1);
