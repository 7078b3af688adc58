using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Cases;
using MediatR;

namespace ApprovalEngine.Approval.Cases;

/// <summary>The cases that a person may see, in the order that the filter asks for.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="Filter">What to show.</param>
/// <param name="After">Where the page begins; null for the first.</param>
/// <param name="Take">How many; a screen asks for 200 at most, an export for more (<see cref="Cursor.MaxTake"/>).</param>
public sealed record FindCases(Access Access, CaseFilter Filter, string? After, int Take) : IRequest<Page<CaseListed>>;
