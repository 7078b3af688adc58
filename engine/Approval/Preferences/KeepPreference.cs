using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Accounts;
using FluentValidation;
using MediatR;
using Npgsql;

namespace ApprovalEngine.Approval.Preferences;

/// <summary>A person chooses something for themselves; of two windows the later choice stands.</summary>
/// <param name="Access">Who.</param>
/// <param name="Name">One of <see cref="Preference.All"/>.</param>
/// <param name="Value">What; null for the usual.</param>
public sealed record KeepPreference(Access Access, string Name, string? Value) : IRequest;

internal sealed class KeepPreferenceValidator : AbstractValidator<KeepPreference>
{
    public KeepPreferenceValidator()
    {
        RuleFor(command => command.Name).Must(Preference.All.ContainsKey)
            .WithErrorCode("PreferenceUnknown").WithMessage(command => $"There is no preference '{command.Name}': {string.Join(", ", Preference.All.Keys)}.");
        RuleFor(command => command.Value).IsText(Preference.Longest);
        RuleFor(command => command.Value).Must((command, value) => value is null || Preference.All.GetValueOrDefault(command.Name) is not { } known || known.Contains(value))
            .WithErrorCode("PreferenceInvalid").WithMessage(command => $"'{command.Value}' is none of {string.Join(", ", Preference.All.GetValueOrDefault(command.Name) ?? [])}.");
    }
}

internal sealed class KeepPreferenceHandler(CaseDatabase database) : IRequestHandler<KeepPreference>
{
    private const string Keep = """
        insert into preference (centre_id, user_name, name, value) values ($1, $2, $3, $4)
        on conflict (centre_id, user_name, name) do update set value = excluded.value
        """;

    private const string Forget = "delete from preference where centre_id = $1 and user_name = $2 and name = $3";

    public async Task<Unit> Handle(KeepPreference command, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var keep = new NpgsqlCommand(command.Value is null ? Forget : Keep, connection)
        {
            Parameters = { Sql.Of(command.Access.CentreId), Sql.Of(command.Access.UserName), Sql.Of(command.Name) },
        };
        if (command.Value is { } value)
        {
            keep.Parameters.Add(Sql.Of(value));
        }

        await keep.ExecuteNonQueryAsync(cancellationToken);
        return Unit.Value;
    }
}
