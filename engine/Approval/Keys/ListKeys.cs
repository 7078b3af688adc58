using System.Globalization;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Clocks;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Contracts.Accounts;
using ApprovalEngine.Contracts.Cases;
using ApprovalEngine.Contracts.Organisation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace ApprovalEngine.Approval.Keys;

/// <summary>Keys whose rights lie within those of the administrator who asks, newest first.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="After">The `next` of the page before.</param>
/// <param name="Take">How many.</param>
public sealed record ListKeys(Access Access, string? After, int Take) : IRequest<Page<ApiKeyView>>
{
    /// <summary>Part of the program's name; null for all.</summary>
    public string? Search { get; init; }

    /// <summary>Only those that are good, or only those that are not; null for both.</summary>
    public bool? IsGood { get; init; }

    /// <summary>Only those whose giver still has an active account, or only those of others; null for both.</summary>
    public bool? IsGiverActive { get; init; }
}

internal sealed class ListKeysHandler(OrgDirectory directory, ApprovalDbContext context, CalendarStore calendars, TimeProvider time) : IRequestHandler<ListKeys, Page<ApiKeyView>>
{
    public async Task<Page<ApiKeyView>> Handle(ListKeys request, CancellationToken cancellationToken)
    {
        var access = request.Access;
        access.Require(Role.Administrator);
        var organisation = await directory.Of(access.CentreId, cancellationToken);
        var today = (await calendars.Of(access.CentreId, cancellationToken)).LocalDate(time.GetUtcNow());
        var (before, take) = (Before(request.After), Cursor.Take(request.Take));
        var active = organisation.People.Where(person => person.IsActive).Select(person => person.UserName).ToArray();
        var pattern = LikePattern.Containing(request.Search);
        var keys = await context.Set<ApiKey>().AsNoTracking().Of(access, organisation)
            .Where(key => key.KeyId < before && EF.Functions.ILike(key.Program, pattern))
            .Where(key => request.IsGood == null || request.IsGood == (key.RevokedAt == null && key.ExpiresOn >= today))
            .Where(key => request.IsGiverActive == null || request.IsGiverActive == active.Contains(key.GivenBy))
            .OrderByDescending(key => key.KeyId).Take(take + 1).Include(key => key.Grants).ToListAsync(cancellationToken);
        var page = Pages.Of(keys, take, key => Cursor.Write(key.KeyId.ToString(CultureInfo.InvariantCulture)));
        return new([.. page.Items.Select(key => key.View(organisation, today))], page.Next);
    }

    private static int Before(string? cursor) =>
        cursor is null ? int.MaxValue : int.TryParse(Cursor.Read(cursor, 1)[0], NumberStyles.None, CultureInfo.InvariantCulture, out var keyId) ? keyId : throw Cursor.Invalid();
}
