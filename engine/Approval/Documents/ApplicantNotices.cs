using System.Collections.Immutable;
using System.Text.Json;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Contracts.Cases;
using ApprovalEngine.Workflow.Calendars;
using ApprovalEngine.Workflow.Runtime;
using Npgsql;

namespace ApprovalEngine.Approval.Documents;

/// <summary>
/// Written notices to the applicant: what is missing, or why the application is not accepted (Licensing Law 32). An answer of a person that
/// leads to either is one, whatever the flow calls it. Kept as it was told: what is handed in later changes the materials, not the notice.
/// </summary>
internal static class ApplicantNotices
{
    /// <summary>By primary key, oldest first.</summary>
    public const string Select = "select seq, kind, at, given_by, words, form, bring_by, papers::text from applicant_notice where centre_id = $1 and case_id = $2 order by seq";

    private const string Insert = """
        insert into applicant_notice (centre_id, case_id, seq, kind, at, given_by, words, form, bring_by, papers) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        """;

    private const string Delete = "delete from applicant_notice where centre_id = $1 and case_id = $2 and seq >= $3";

    /// <summary>Adds what an answer tells the applicant; with it the materials stand as they were told.</summary>
    /// <param name="session">The case after the act.</param>
    /// <param name="effect">A correction that was asked for, or that the application is not accepted.</param>
    /// <param name="seq">Number of the act's row in the trail.</param>
    /// <param name="at">Instant (UTC).</param>
    /// <param name="said">The answer.</param>
    public static void Add(CaseSession session, Effect effect, int seq, DateTimeOffset at, NoticeSaid said)
    {
        var (row, told) = (session.Case, said.Notice);
        var (kind, end) = effect is Effect.TaskOpened opened ? (ApplicantNoticeKind.Correction, EndOf(session, opened.Task)) : (ApplicantNoticeKind.NotAccepted, null);
        // A day named before signers signed may be over, or beyond what the flow then gives.
        var day = told?.BringBy is { } named && named >= session.World.Calendar.LocalDate(at) && !(named > end) ? named : end;
        session.Changes.More.Add(Sql.Command(
            Insert, Sql.Of(row.CentreId), Sql.Of(row.CaseId), Sql.Of(seq), Sql.Of((short)kind), Sql.Of(at), Sql.Of(said.By), Sql.Of(said.Words), Sql.Of(told?.Form),
            Sql.Nullable(kind == ApplicantNoticeKind.Correction ? day : null), Sql.Json(JsonSerializer.Serialize(told?.Papers ?? [], JsonText.Options))));
        Mark(session, told, said.By);
    }

    /// <summary>The materials stand as an answer says that they do. One that waits for signers says so at once: what is brought meanwhile counts.</summary>
    public static void Mark(CaseSession session, NoticeRequest? told, string by) =>
        session.Changes.More.AddRange((told?.Papers ?? []).Select(paper => MaterialStatements.Of(session.Case, new SuppliedMaterial(paper.Code, paper.State), by)));

    /// <summary>An act that is taken back has told nobody anything.</summary>
    public static void TakeBack(CaseSession session, int fromSeq) =>
        session.Changes.More.Add(Sql.Command(Delete, Sql.Of(session.Case.CentreId), Sql.Of(session.Case.CaseId), Sql.Of(fromSeq)));

    /// <summary>
    /// Refuses a notice that says nothing: acceptance refused without reasons is an irregularity (domain.md, "Supervision levels"), and nobody
    /// can bring what is not named.
    /// </summary>
    public static void RequireReason(string kind, string? words, NoticeRequest? notice)
    {
        if (string.IsNullOrWhiteSpace(words) && string.IsNullOrWhiteSpace(notice?.Form) && !(kind == nameof(ApplicantNoticeKind.Correction) && notice?.Papers.Count > 0))
        {
            throw new RuleBrokenException("NoticeEmpty", "The applicant is told this in writing: write why, or for a correction name the papers.", "opinion");
        }
    }

    /// <summary>Refuses a day by which nothing can be brought any more: one that has passed, or one after which the flow has ended the wait.</summary>
    public static void RequireDay(CaseSession session, NoticeRequest? notice, ImmutableArray<Effect> effects, DateTimeOffset at)
    {
        if (notice?.BringBy is not { } day)
        {
            return;
        }

        if (day < session.World.Calendar.LocalDate(at))
        {
            throw new RuleBrokenException("NoticeDayPassed", $"Nothing can be brought by {day:yyyy-MM-dd}: that day has passed.", "notice.bringBy");
        }

        if (effects.OfType<Effect.TaskOpened>().Where(opened => opened.Task.Kind == TaskKind.Correction).Min(opened => EndOf(session, opened.Task)) is { } end && day > end)
        {
            throw new RuleBrokenException("NoticeDayTooLate", $"The flow waits for the correction until {end:yyyy-MM-dd}; the applicant cannot be given more time.", "notice.bringBy");
        }
    }

    /// <summary>The last local date of the period that the flow gives for a correction; null for none.</summary>
    public static DateOnly? EndOf(OpenTask task, FlowState state, WorkingCalendar calendar) => TaskDue.EndOf(task, state) is { } end ? calendar.LocalDate(end) : null;

    public static NoticeGiven Read(NpgsqlDataReader read) => new(
        read.GetInt32(0), ((ApplicantNoticeKind)read.GetInt16(1)).ToString(), read.GetFieldValue<DateTimeOffset>(2), read.GetString(3), CaseFields.Text(read, 4), CaseFields.Text(read, 5),
        read.IsDBNull(6) ? null : read.GetFieldValue<DateOnly>(6), JsonSerializer.Deserialize<IReadOnlyList<NoticePaper>>(read.GetString(7), JsonText.Options)!);

    private static DateOnly? EndOf(CaseSession session, OpenTask task) => EndOf(task, session.Case.State, session.World.Calendar);
}
