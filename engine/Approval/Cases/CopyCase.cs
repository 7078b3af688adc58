using System.Text.Json.Nodes;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Cases;
using FluentValidation;
using MediatR;

namespace ApprovalEngine.Approval.Cases;

/// <summary>A case is given to people to read (抄送): they may see it, nothing waits for them, and it shows when they have.</summary>
/// <param name="Access">Who asks; they must have a part in it, not only look at it.</param>
/// <param name="Key">The client's idempotency key; null for none.</param>
/// <param name="CaseId">The case.</param>
/// <param name="Users">User names; only people within the case's scope.</param>
/// <param name="Text">What they should look at; null for nothing.</param>
public sealed record CopyCase(Access Access, string? Key, Guid CaseId, IReadOnlyList<string> Users, string? Text) : IRequest<CaseMoved>;

internal sealed class CopyCaseValidator : AbstractValidator<CopyCase>
{
    private const int MostAtOnce = 50;

    public CopyCaseValidator()
    {
        RuleFor(command => command.Users).Must(users => users is { Count: > 0 and <= MostAtOnce })
            .WithErrorCode("UsersMissing").WithMessage($"Say who shall read it: 1 to {MostAtOnce} people.");
        RuleForEach(command => command.Users).IsGiven(Texts.Short);
        RuleFor(command => command.Text).IsText(Texts.Long);
        RuleFor(command => command.Key).IsKey();
    }
}

internal sealed class CopyCaseHandler(CaseActs acts, CaseSight sight) : IRequestHandler<CopyCase, CaseMoved>
{
    // A second copy to the same person is the first one with a new text; whether it was read begins anew.
    private const string Copy = """
        insert into case_copy (centre_id, case_id, user_name, copied_by, copied_at, text) values ($1, $2, $3, $4, $5, $6)
        on conflict (centre_id, case_id, user_name) do update set copied_by = $4, copied_at = $5, text = $6, read_at = null
        """;

    public async Task<CaseMoved> Handle(CopyCase command, CancellationToken cancellationToken)
    {
        var access = command.Access;
        await sight.RequirePartAsync(access, command.CaseId, cancellationToken);
        return await acts.RunAsync(
            access,
            command.CaseId,
            IdempotencyKey.Bind(access.UserName, command.Key, nameof(CopyCase), new { command.CaseId, command.Users, command.Text }),
            (session, at) => Copied(session, command, at),
            cancellationToken);
    }

    private static void Copied(CaseSession session, CopyCase command, DateTimeOffset at)
    {
        var readers = command.Users.Distinct(StringComparer.Ordinal).Select(user => CaseReach.RequireReader(session, user, "users").UserName).ToList();
        session.Record(at, command.Access.UserName, new StepNote("CaseCopied")
        {
            Opinion = command.Text,
            Details = new JsonObject { ["to"] = new JsonArray([.. readers.Select(reader => (JsonNode)reader)]) },
        });
        var row = session.Case;
        session.Changes.More.AddRange(readers.Select(reader => Sql.Command(
            Copy, Sql.Of(row.CentreId), Sql.Of(row.CaseId), Sql.Of(reader), Sql.Of(command.Access.UserName), Sql.Of(row.UpdatedAt), Sql.Of(command.Text))));
    }
}
