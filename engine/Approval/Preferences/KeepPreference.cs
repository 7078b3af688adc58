using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Accounts;
using FluentValidation;
using MediatR;

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
        var (access, name) = (command.Access, command.Name);
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var batch = new Npgsql.NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                command.Value is { } value
                    ? Sql.Command(Keep, Sql.Of(access.CentreId), Sql.Of(access.UserName), Sql.Of(name), Sql.Of(value))
                    : Sql.Command(Forget, Sql.Of(access.CentreId), Sql.Of(access.UserName), Sql.Of(name)),
            },
        };
        await batch.ExecuteNonQueryAsync(cancellationToken);
        return Unit.Value;
    }
}
