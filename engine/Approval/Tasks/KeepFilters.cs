using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Tasks;
using FluentValidation;
using MediatR;

namespace ApprovalEngine.Approval.Tasks;

/// <summary>A person keeps their filters of the inbox as they are now: added, renamed, taken out.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="Filters">All of them, and the version they build on.</param>
public sealed record KeepFilters(Access Access, SavedFilters Filters) : IRequest<SavedFilters>;

internal sealed class KeepFiltersValidator : AbstractValidator<KeepFilters>
{
    public KeepFiltersValidator()
    {
        RuleFor(command => command.Filters.Filters).Must(filters => filters is { Count: <= SavedFilters.Most })
            .WithErrorCode("FilterCount").WithMessage($"A person keeps {SavedFilters.Most} filters at most.");
        RuleFor(command => command.Filters.Filters).Must(filters => filters is null || filters.Select(one => one?.Name?.Trim()).Distinct(StringComparer.OrdinalIgnoreCase).Count() == filters.Count)
            .WithErrorCode("FilterNameTaken").WithMessage("Each filter has a name of its own.");
        RuleForEach(command => command.Filters.Filters).NotNull().ChildRules(one =>
        {
            one.RuleFor(filter => filter.Name).IsGiven(SavedFilters.LongestName);
            one.RuleFor(filter => filter.Tab).IsInEnum();
            one.RuleFor(filter => filter.Filter).NotNull();
            one.RuleFor(filter => filter.Past).IsInEnum();
            one.RuleFor(filter => filter.Filter.Item).IsText(Texts.Short).When(filter => filter.Filter is not null);
            one.RuleFor(filter => filter.Filter.Due).IsInEnum().When(filter => filter.Filter is not null);
            one.RuleFor(filter => filter.Filter.Search).IsText(Texts.Short).When(filter => filter.Filter is not null);
        });
    }
}

internal sealed class KeepFiltersHandler(OwnLists lists) : IRequestHandler<KeepFilters, SavedFilters>
{
    public async Task<SavedFilters> Handle(KeepFilters command, CancellationToken cancellationToken)
    {
        SavedFilter[] filters = [.. command.Filters.Filters.Select(one => one with { Name = one.Name.Trim() })];
        return new(await lists.ReplaceAsync(command.Access, OwnListKind.Filters, command.Filters.Version, filters, cancellationToken), filters);
    }
}
