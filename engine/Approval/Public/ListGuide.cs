using ApprovalEngine.Approval.Catalogue;
using ApprovalEngine.Contracts;
using ApprovalEngine.Contracts.Catalogue;
using MediatR;

namespace ApprovalEngine.Approval.Public;

/// <summary>What can be applied for, by name. Open to everybody.</summary>
/// <param name="Centre">Code of the centre; null for the only one.</param>
/// <param name="Search">Part of a name in any language, of the code, or initials of the pinyin; null for all.</param>
public sealed record ListGuide(string? Centre, string? Search) : IRequest<IReadOnlyList<GuideEntry>>;

/// <summary>An item that can be applied for.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Kind">Instant or promised.</param>
/// <param name="PromisedDays">Working days promised.</param>
/// <param name="Unit">The unit that handles it.</param>
public sealed record GuideEntry(string Code, LocalText Name, ItemKind Kind, int PromisedDays, LocalText Unit);

internal sealed class ListGuideHandler(GuideCentre centres, ItemStore items) : IRequestHandler<ListGuide, IReadOnlyList<GuideEntry>>
{
    public async Task<IReadOnlyList<GuideEntry>> Handle(ListGuide request, CancellationToken cancellationToken)
    {
        if (await centres.FindAsync(request.Centre, cancellationToken) is not { } directory)
        {
            return [];
        }

        var wanted = request.Search?.Trim() ?? "";
        return
        [
            .. from item in await items.All(directory.Centre.CentreId, cancellationToken)
               where item.State == ItemState.InForce && Fits(item, wanted)
               orderby item.Code
               select new GuideEntry(item.Code, item.Name, item.Kind, item.PromisedDays, directory.Unit(item.UnitId).Name),
        ];
    }

    private static bool Fits(ItemEntry item, string wanted) => item.IsCalled(wanted) || PinyinInitials.Of(item.Name.ZhHans).Contains(wanted, StringComparison.OrdinalIgnoreCase);
}
