using System.Text.Json.Nodes;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Public;
using FluentValidation;
using MediatR;

namespace ApprovalEngine.Approval.Ratings;

/// <summary>An applicant says how content they are with an ended case: once, and with a reason after a bad grade. Anybody who knows number and code may.</summary>
/// <param name="Number">Number as typed.</param>
/// <param name="Code">Code as typed.</param>
/// <param name="Grade">The grade.</param>
/// <param name="Reason">What was wrong; needed for <see cref="Grade.Dissatisfied"/> and worse.</param>
public sealed record RateCase(string? Number, string? Code, Grade Grade, string? Reason) : IRequest<RatingEnd>;

/// <summary>What became of a rating.</summary>
public enum RatingEnd
{
    /// <summary>It is kept.</summary>
    Given,

    /// <summary>The number is unknown or the code is wrong.</summary>
    Unknown,

    /// <summary>The case has not ended yet.</summary>
    TooEarly,

    /// <summary>The case was rated before; that stands.</summary>
    GivenBefore,

    /// <summary>A bad grade needs a reason.</summary>
    ReasonMissing,
}

internal sealed class RateCaseValidator : AbstractValidator<RateCase>
{
    public RateCaseValidator()
    {
        RuleFor(command => command.Grade).IsInEnum().WithErrorCode("GradeUnknown").WithMessage("A grade is one of 1 to 5.");
        RuleFor(command => command.Reason).IsText(Texts.Long);
    }
}

internal sealed class RateCaseHandler(QueryCodes codes, CaseDatabase database, CaseWriter writer) : IRequestHandler<RateCase, RatingEnd>
{
    private const string Keep = """
        insert into rating (centre_id, case_id, grade, reason, given_at, unit_id, window_id) values ($1, $2, $3, $4, $5, $6, $7)
        """;

    private const string IsRated = "select exists (select from rating where centre_id = $1 and case_id = $2)";

    public async Task<RatingEnd> Handle(RateCase request, CancellationToken cancellationToken)
    {
        if (await codes.FindAsync(request.Number, request.Code, cancellationToken) is not { } key)
        {
            return RatingEnd.Unknown;
        }

        var reason = string.IsNullOrWhiteSpace(request.Reason) ? null : request.Reason.Trim();
        if (request.Grade <= Grade.Dissatisfied && reason is null)
        {
            return RatingEnd.ReasonMissing;
        }

        if (await IsRatedAsync(key, cancellationToken))
        {
            return RatingEnd.GivenBefore;
        }

        try
        {
            await writer.RunAsync(
                new CaseAct { CentreId = key.CentreId, CaseId = key.CaseId, Key = Once(key, request.Grade, reason), Do = (session, at) => Rate(session, request.Grade, reason, at) }, cancellationToken);
            return RatingEnd.Given;
        }
        catch (ConflictException open) when (open.Code == "CaseOpen")
        {
            return RatingEnd.TooEarly;
        }
        catch (Exception taken) when (taken is RuleBrokenException { Code: "IdempotencyKeyUsed" } or Npgsql.PostgresException { SqlState: Npgsql.PostgresErrorCodes.UniqueViolation, TableName: "rating" })
        {
            // Somebody else rated it in the same moment.
            return RatingEnd.GivenBefore;
        }
    }

    private static IdempotencyKey? Once((int CentreId, Guid CaseId) key, Grade grade, string? reason) =>
        IdempotencyKey.Bind(Actors.Applicant, $"rating-{key.CaseId}", nameof(RateCase), new { key.CaseId, grade, reason });

    private async Task<bool> IsRatedAsync((int CentreId, Guid CaseId) key, CancellationToken cancel) =>
        (await database.ListAsync(IsRated, reader => reader.GetBoolean(0), cancel, Sql.Of(key.CentreId), Sql.Of(key.CaseId))).Single();

    private static void Rate(CaseSession session, Grade grade, string? reason, DateTimeOffset at)
    {
        if (session.Case.IsOpen)
        {
            throw new ConflictException("CaseOpen", $"Case {session.Case.CaseNo} has not ended yet; it can be rated then.");
        }

        session.Record(at, Actors.Applicant, new StepNote("CaseRated") { Details = new JsonObject { ["grade"] = grade.ToString(), ["reason"] = reason } });
        session.Changes.More.Add(Sql.Command(
            Keep, Sql.Of(session.Case.CentreId), Sql.Of(session.Case.CaseId), Sql.Of((short)grade), Sql.Of(reason), Sql.Of(session.Case.UpdatedAt),
            Sql.Of(session.Case.UnitId), Sql.Nullable(session.Case.WindowId)));
    }
}
