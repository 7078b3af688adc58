using ApprovalEngine.Approval.Definitions;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Contracts.Catalogue;
using ApprovalEngine.Contracts.Organisation;
using Microsoft.EntityFrameworkCore;

namespace ApprovalEngine.Approval.Catalogue.Import;

/// <summary>What items of a sheet would come to: the same rules as for one item, and those of a sheet.</summary>
internal sealed class ItemCheck(Access access, CentreDirectory organisation, IReadOnlyDictionary<string, KnownItem> known, IReadOnlySet<string> published)
{
    private static readonly ItemRules Rules = new();

    /// <summary>With what there is now.</summary>
    public static async Task<ItemCheck> Of(ApprovalDbContext context, Access access, CentreDirectory organisation, IReadOnlyDictionary<string, KnownItem> known, CancellationToken cancel) => new(
        access, organisation, known,
        (await context.Set<FlowVersion>().Where(flow => flow.CentreId == access.CentreId && flow.IsPublished).Select(flow => flow.DefinitionId).ToListAsync(cancel)).ToHashSet());

    /// <summary>The items with what becomes of each, and the faults.</summary>
    public (IReadOnlyList<ItemRow> Items, IReadOnlyList<SheetFault> Faults) Check(IReadOnlyList<ItemRow> items)
    {
        var (faults, codes) = (new List<SheetFault>(), new HashSet<string>(StringComparer.OrdinalIgnoreCase));
        var spelled = known.Keys.ToLookup(code => code, StringComparer.OrdinalIgnoreCase);
        foreach (var item in items)
        {
            faults.AddRange(Rules.Validate(new PublishItem(access, item.Code, new PublishItemRequest(Text(item)))).Errors.Select(error => new SheetFault(item.Line, Column(error.ErrorCode), error.ErrorCode, error.ErrorMessage)));
            faults.AddRange(Rights(item));
            if (!published.Contains(item.DefinitionId))
            {
                faults.Add(new SheetFault(item.Line, "flow", "FlowNotPublished", $"There is no published flow '{item.DefinitionId}'."));
            }

            if (!codes.Add(item.Code))
            {
                faults.Add(new SheetFault(item.Line, "code", "ItemCodeTwice", $"'{item.Code}' stands there twice."));
            }
            else if (!known.ContainsKey(item.Code) && spelled[item.Code].FirstOrDefault() is { } other)
            {
                faults.Add(new SheetFault(item.Line, "code", "ItemCodeTaken", $"There is the item '{other}', whose code differs by upper and lower case only."));
            }
        }

        return ([.. items.Select(item => item with { State = State(item) })], faults);
    }

    /// <summary>What a line says of an item.</summary>
    public static ItemText Text(ItemRow item) => new(item.NationalCode, item.Kind, item.Name, item.Limits, item.Unit, item.DefinitionId);

    /// <summary>The right must reach the unit that an item has, and the one that it gets.</summary>
    private IEnumerable<SheetFault> Rights(ItemRow item)
    {
        if (organisation.FindUnit(item.Unit) is not { } unit)
        {
            yield return new SheetFault(item.Line, "unit", "UnitUnknown", $"There is no unit '{item.Unit}'.");
        }
        else if (!access.Reaches(Role.Administrator, unit) || (known.GetValueOrDefault(item.Code) is { } held && !access.Reaches(Role.Administrator, organisation.Unit(held.Current.UnitId))))
        {
            yield return new SheetFault(item.Line, "unit", "OutOfScope", $"Your right as an administrator does not reach the unit of '{item.Code}'.");
        }
    }

    private string State(ItemRow item) => known.GetValueOrDefault(item.Code) is not { } before ? "New" : before.Content == Text(item) ? "Unchanged" : "Changed";

    private static string Column(string rule) => rule switch
    {
        "NationalCode" => "nationalCode",
        "ItemName" => "zh-Hans",
        "LimitRange" => "legalDays",
        "PromiseAboveLegalLimit" or "InstantPromise" => "promisedDays",
        _ => "code",
    };
}
