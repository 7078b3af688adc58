namespace ApprovalEngine.Contracts.Forms;

/// <summary>What is wrong with the value of a field.</summary>
/// <param name="Code">Stable name of the fault.</param>
/// <param name="Message">What is said of the field, in English; screens have words of their own by the code.</param>
/// <param name="Arguments">Values for those words: a bound, or the place of a wrong character from 1.</param>
public sealed record FieldFault(string Code, string Message, params IReadOnlyList<object> Arguments);

/// <summary>What is wrong with a field of a form that was filled in.</summary>
/// <param name="Place">Where it stands, for instance <c>addresses[0].place</c>.</param>
/// <param name="Field">The field.</param>
/// <param name="Fault">What is wrong.</param>
public sealed record FormFault(string Place, FormField Field, FieldFault Fault);
