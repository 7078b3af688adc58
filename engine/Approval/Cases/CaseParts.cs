using System.Text.Json;
using ApprovalEngine.Approval.Clocks;
using ApprovalEngine.Approval.Documents;
using ApprovalEngine.Approval.Notifications;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Approval.Ratings;
using ApprovalEngine.Approval.Tasks;
using ApprovalEngine.Contracts;
using ApprovalEngine.Contracts.Cases;
using ApprovalEngine.Contracts.Identifiers;
using ApprovalEngine.Contracts.Organisation;
using ApprovalEngine.Contracts.Tasks;
using ApprovalEngine.Workflow.Runtime;
using Npgsql;

namespace ApprovalEngine.Approval.Cases;

/// <summary>What belongs to a case in other tables, read in one round trip by their primary keys.</summary>
internal sealed record CaseParts(
    IReadOnlyList<TaskListed> Open, IReadOnlyList<TaskAnswered> Answered, IReadOnlyList<CaseNoteView> Notes, IReadOnlyList<SuppliedMaterial> Materials,
    IReadOnlyList<AttachmentView> Attachments, IReadOnlyList<DocumentView> Documents, RatingView? Rating, ApplicantView Applicant, IReadOnlyList<NoticeGiven> Notices, IReadOnlyList<CourseAct> Course,
    IReadOnlyList<CaseTold> Told)
{
    private static readonly string[] Statements =
    [
        $"select {TaskFields.Select} from {TaskFields.From} where t.centre_id = $1 and t.case_id = $2 order by t.task_no",
        $"""
        select d.task_no, d.activity_id, d.title::text, d.seat, d.opened_at, d.due_at, d.task_end, d.outcome, d.closed_by, d.on_behalf_of, d.closed_at, d.opinion, {DoneTasks.IsTakenBack}
        from task_closed d where d.centre_id = $1 and d.case_id = $2 order by d.closed_at, d.task_no
        """,
        "select at, actor, kind, text from case_note where centre_id = $1 and case_id = $2 order by note_no",
        MaterialStatements.Select,
        """
        select attachment_id, material_code, file_name, media_type, size, uploaded_at, uploaded_by
        from attachment where centre_id = $1 and case_id = $2 order by uploaded_at, attachment_id
        """,
        """
        select d.document_no, d.title, d.number, d.verification_code, d.text, d.issued_at, d.issued_by,
            exists (select from document_file f where f.centre_id = d.centre_id and f.case_id = d.case_id and f.document_no = d.document_no)
        from document d where d.centre_id = $1 and d.case_id = $2 order by d.document_no
        """,
        "select grade, reason, given_at from rating where centre_id = $1 and case_id = $2",
        $"select p.kind, p.number, p.phone from {CaseFields.From} where c.centre_id = $1 and c.case_id = $2",
        ApplicantNotices.Select,
        Cases.Course.Select,
        Deliveries.Select,
    ];

    public static async Task<CaseParts> ReadAsync(NpgsqlConnection connection, CaseRecord row, CaseWorld world, DateTimeOffset at, bool canMakeFiles, CancellationToken cancel)
    {
        var days = new DueDays(world.Calendar, at);
        await using var batch = new NpgsqlBatch(connection);
        foreach (var statement in Statements)
        {
            batch.BatchCommands.Add(Sql.Command(statement, Sql.Of(row.CentreId), Sql.Of(row.CaseId)));
        }

        await using var reader = await batch.ExecuteReaderAsync(cancel);
        return new CaseParts(
            await ListAsync(reader, read => TaskFields.Read(read).Listed(world.Directory, days, world.Item.AllowsBulkAnswers), cancel),
            await ListAsync(reader, read => Answer(read, row.CaseId, world), cancel),
            await ListAsync(reader, read => new CaseNoteView(At(read, 0), read.GetString(1), ((NoteKind)read.GetInt16(2)).ToString(), read.GetString(3)), cancel),
            await ListAsync(reader, MaterialStatements.Read, cancel),
            await ListAsync(reader, read => new AttachmentView(read.GetGuid(0), CaseFields.Text(read, 1), read.GetString(2), read.GetString(3), read.GetInt64(4), At(read, 5), read.GetString(6)), cancel),
            await ListAsync(reader, read => Document(read, canMakeFiles), cancel),
            (await ListAsync(reader, read => new RatingView(((Grade)read.GetInt16(0)).ToString(), CaseFields.Text(read, 1), At(read, 2)), cancel)).FirstOrDefault(),
            (await ListAsync(reader, Applying, cancel)).Single(),
            await ListAsync(reader, ApplicantNotices.Read, cancel),
            await ListAsync(reader, read => Cases.Course.Read(read, row.CaseId), cancel),
            await ListAsync(reader, Deliveries.Read, cancel));
    }

    private static TaskAnswered Answer(NpgsqlDataReader read, Guid caseId, CaseWorld world) => new(
        CaseIds.Task(caseId, read.GetInt32(0)), read.GetString(1), JsonSerializer.Deserialize<LocalText>(read.GetString(2), JsonText.Options)!, CaseFields.Text(read, 3),
        At(read, 4), CaseFields.Instant(read, 5),
        new TaskEnded(((TaskEnd)read.GetInt16(6)).ToString(), CaseFields.Text(read, 7), CaseFields.Text(read, 8) ?? "", CaseFields.Text(read, 9), At(read, 10))
        {
            OutcomeTitle = ActivityTitles.Outcome(world.Flow, read.GetString(1), CaseFields.Text(read, 7)),
        },
        CaseFields.Text(read, 11))
    {
        IsTakenBack = read.GetBoolean(12),
    };

    private static DocumentView Document(NpgsqlDataReader read, bool canMakeFiles) => new(
        read.GetInt32(0), read.GetString(1), read.GetString(2), read.GetString(3), read.GetString(4), At(read, 5), read.GetString(6), read.GetBoolean(7) || canMakeFiles);

    private static ApplicantView Applying(NpgsqlDataReader read)
    {
        var (kind, number) = ((ApplicantKind)read.GetInt16(0), CaseFields.Text(read, 1));
        return new ApplicantView(
            kind.ToString(), kind == ApplicantKind.Person && number is not null ? Masking.ResidentId(number) : number, CaseFields.Text(read, 2) is { } phone ? Masking.Phone(phone) : null);
    }

    private static DateTimeOffset At(NpgsqlDataReader read, int column) => read.GetFieldValue<DateTimeOffset>(column);

    /// <summary>Reads a result set and moves on to the next.</summary>
    private static async Task<List<T>> ListAsync<T>(NpgsqlDataReader reader, Func<NpgsqlDataReader, T> row, CancellationToken cancel)
    {
        var list = await reader.ListAsync(row, cancel);
        await reader.NextResultAsync(cancel);
        return list;
    }
}
