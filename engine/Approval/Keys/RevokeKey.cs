using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Contracts.Audit;
using ApprovalEngine.Contracts.Organisation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace ApprovalEngine.Approval.Keys;

/// <summary>A key opens nothing from the next request on. Revoking it again changes nothing.</summary>
/// <param name="Access">Who revokes it.</param>
/// <param name="Code">Which.</param>
public sealed record RevokeKey(Access Access, string Code) : IRequest;

internal sealed class RevokeKeyHandler(OrganisationWriter writer, ApprovalDbContext context, TimeProvider time) : AsyncRequestHandler<RevokeKey>
{
    protected override async Task Handle(RevokeKey request, CancellationToken cancellationToken)
    {
        var (access, code) = request;
        access.Require(Role.Administrator);
        var organisation = await writer.Read(access, cancellationToken);
        var key = await context.Set<ApiKey>().Of(access, organisation).SingleOrDefaultAsync(row => row.Code == code, cancellationToken) ?? throw new NotFoundException("ApiKey", code);
        if (key.RevokedAt is not null)
        {
            return;
        }

        await writer.Write(
            access,
            EventAct.KeyRevoked,
            Actors.Program + key.Program,
            new { key.Code },
            _ =>
            {
                (key.RevokedBy, key.RevokedAt) = (access.UserName, time.GetUtcNow());
                return Task.CompletedTask;
            },
            cancellationToken);
    }
}
