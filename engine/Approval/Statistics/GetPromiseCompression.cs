using ApprovalEngine.Approval.Catalogue;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Catalogue;
using ApprovalEngine.Contracts.Organisation;
using ApprovalEngine.Contracts.Statistics;
using MediatR;

namespace ApprovalEngine.Approval.Statistics;

/// <summary>The promise compression of the items that the asker oversees: a figure of the catalogue, so its drill-down gives items.</summary>
/// <param name="Access">Who asks.</param>
public sealed record GetPromiseCompression(Access Access) : IRequest<PromiseCompression>;

/// <summary>Answers <see cref="GetPromiseCompression"/>; items limited by a calendar instant have no promise in working days and stay out.</summary>
internal sealed class GetPromiseCompressionHandler(OrgDirectory directory, ItemStore items) : IRequestHandler<GetPromiseCompression, PromiseCompression>
{
    public async Task<PromiseCompression> Handle(GetPromiseCompression asked, CancellationToken cancel)
    {
        var access = asked.Access;
        access.Require(Role.Auditor, Role.Supervisor, Role.HeadOfCentre);
        var units = (await directory.Of(access.CentreId, cancel)).UnitsIn(access, Role.Auditor, Role.Supervisor, Role.HeadOfCentre);
        ItemPromise[] promises = [.. (await items.All(access.CentreId, cancel))
            .Where(item => item.State == ItemState.InForce && item.LimitKind == LimitKind.WorkingDays && units.Contains(item.UnitId))
            .OrderBy(item => item.Code, StringComparer.Ordinal)
            .Select(item => new ItemPromise(item.Code, item.Name, item.PromisedDays, item.LegalDays))];
        return new(Rate.Of(promises.Sum(one => one.LegalDays - one.PromisedDays), promises.Sum(one => one.LegalDays)), promises);
    }
}
