using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Accounts;
using FluentValidation;
using MediatR;
using Npgsql;

namespace ApprovalEngine.Approval.Notifications;

/// <summary>
/// A person has taken note of what was copied to them, and of what flows had them told: it waits for them no more, whether they opened the case or
/// not. What came after it, and what they were not shown, goes on waiting.
/// </summary>
/// <param name="Access">Who.</param>
/// <param name="Notices">What they were shown.</param>
public sealed record ReadNotices(Access Access, IReadOnlyList<NoticeRead> Notices) : IRequest;

internal sealed class ReadNoticesValidator : AbstractValidator<ReadNotices>
{
    public ReadNoticesValidator()
    {
        RuleFor(command => command.Notices).Must(notices => notices is { Count: > 0 and <= NoticeView.Most })
            .WithErrorCode("NoticeCount").WithMessage($"1 to {NoticeView.Most} notices are read at once.");
        RuleForEach(command => command.Notices).Must(notice => notice is { Kind: ReadNoticesHandler.Copy or ReadNoticesHandler.Message })
            .WithErrorCode("NoticeKindUnknown").WithMessage("Only a Copy or a Message is read and done with.");
    }
}

internal sealed class ReadNoticesHandler(CaseDatabase database, TimeProvider clock) : IRequestHandler<ReadNotices>
{
    public const string Copy = "Copy";

    public const string Message = "Message";

    // Primary key of case_copy.
    private const string Copies = """
        update case_copy y set read_at = $2 from unnest($4::uuid[], $5::timestamptz[]) n(case_id, at)
        where y.centre_id = $1 and y.user_name = $3 and y.case_id = n.case_id and y.copied_at <= n.at and y.read_at is null
        """;

    // Index (centre, case) of deliveries, ix_message_unread.
    private const string Messages = """
        update message m set read_at = $2 from delivery d, unnest($4::uuid[], $5::timestamptz[]) n(case_id, at)
        where d.centre_id = $1 and d.case_id = n.case_id and d.delivered_at <= n.at
            and m.centre_id = d.centre_id and m.delivery_id = d.delivery_id and m.user_name = $3 and m.read_at is null
        """;

    /// <summary>What is written when a person opens a case: all of it is read.</summary>
    public static IEnumerable<NpgsqlBatchCommand> Opening(Access access, Guid caseId, DateTimeOffset now) =>
        Statements(access, [new(Copy, caseId, DateTimeOffset.MaxValue), new(Message, caseId, DateTimeOffset.MaxValue)], now);

    public async Task<Unit> Handle(ReadNotices command, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection);
        foreach (var statement in Statements(command.Access, command.Notices, clock.GetUtcNow()))
        {
            batch.BatchCommands.Add(statement);
        }

        await batch.ExecuteNonQueryAsync(cancellationToken);
        return Unit.Value;
    }

    private static IEnumerable<NpgsqlBatchCommand> Statements(Access access, IEnumerable<NoticeRead> notices, DateTimeOffset now) =>
        from kind in notices.GroupBy(notice => notice.Kind)
        select Sql.Command(
            kind.Key == Copy ? Copies : Messages,
            Sql.Of(access.CentreId), Sql.Of(now), Sql.Of(access.UserName), Sql.Of([.. kind.Select(notice => notice.CaseId)]), Sql.Of([.. kind.Select(notice => notice.At.ToUniversalTime())]));
}
