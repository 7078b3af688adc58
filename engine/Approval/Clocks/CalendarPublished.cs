using MediatR;

namespace ApprovalEngine.Approval.Clocks;

/// <summary>A new version of a centre's calendar set counts from now on; open cases with an older <c>calendar_version</c> are to be recomputed.</summary>
/// <param name="CentreId">The centre.</param>
/// <param name="Version">The new version.</param>
/// <param name="Actor">Who published it.</param>
public sealed record CalendarPublished(int CentreId, int Version, string Actor) : INotification;
