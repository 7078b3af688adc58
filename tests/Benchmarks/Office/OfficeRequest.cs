namespace ApprovalEngine.Benchmarks.Office;

/// <summary>What a page of the office asks, and the plain SQL that has the same answer in the product's own tables.</summary>
/// <param name="Name">What it is.</param>
/// <param name="UserName">Who asks.</param>
/// <param name="Path">Where, below <c>/api/v1/</c>.</param>
/// <param name="Sql">The bare question: no rights, no days until due, nobody's language.</param>
internal sealed record OfficeRequest(string Name, string UserName, string Path, string Sql)
{
    private const string Auditor = "auditor";

    private const string TaskColumns = """
        select t.case_id, t.task_no, t.case_no, t.activity_id, t.title::text, t.kind, t.unit_id, t.role, t.assignee, t.outcomes, t.opened_at, t.due_at, p.name
        from task_open t join cases c on c.centre_id = t.centre_id and c.case_id = t.case_id join applicant p on p.centre_id = c.centre_id and p.applicant_id = c.applicant_id
        """;

    private const string CaseColumns = """
        select c.case_id, c.case_no, c.item_id, p.name, c.channel, c.status, c.unit_id, c.received_at, c.accepted_at, c.due_at, c.closed_at, c.decision
        from cases c join applicant p on p.centre_id = c.centre_id and p.applicant_id = c.applicant_id
        """;

    // A report says what was done in its period and what is open at its end.
    private const string Open = "select unit_id, kind, count(*), count(*) filter (where due_at < now()), 0, 0, 0, 0 from cases where centre_id = 1 and status < 7 group by 1, 2 union all";

    private const string Sums = $"""
        {Open} select unit_id, case_kind, count(*) filter (where kind = 1), count(*) filter (where kind = 2), count(*) filter (where kind = 2 and on_time),
            sum(used_amount), sum(limit_amount), sum(greatest(0, limit_amount - used_amount) / nullif(limit_amount, 0))
        from case_fact where centre_id = 1
        """;

    /// <summary>Those whose speed the working day hangs on.</summary>
    /// <param name="reviewer">A reviewer to whom every open task is on offer.</param>
    /// <param name="unitId">The reviewer's unit.</param>
    /// <param name="caseNo">Number of a case.</param>
    /// <param name="today">The local date.</param>
    public static IReadOnlyList<OfficeRequest> All(string reviewer, int unitId, string caseNo, DateOnly today)
    {
        var (month, year) = (today.AddMonths(-1), today.AddYears(-1));
        return
        [
            new("inbox", reviewer, "tasks?take=50", $"{TaskColumns} where t.centre_id = 1 and t.assignee = '{reviewer}' order by t.due_at, t.case_id, t.task_no limit 51"),
            new("tasks on offer", reviewer, "tasks/claimable?take=50", $"{TaskColumns} where t.centre_id = 1 and t.unit_id = {unitId} and t.role = 'Reviewer' and t.assignee is null and t.offered_user is null order by t.due_at, t.case_id, t.task_no limit 51"),
            new("inbox counts", reviewer, "tasks/counts", $"select (select count(*) from task_open where centre_id = 1 and assignee = '{reviewer}'), (select count(*) from task_open where centre_id = 1 and unit_id = {unitId} and role = 'Reviewer' and assignee is null)"),
            new("open tasks of all units", Auditor, "tasks/overseen?take=50", $"{TaskColumns} where t.centre_id = 1 order by t.due_at, t.case_id, t.task_no limit 51"),
            new("who has how much to do", Auditor, "tasks/overseen/loads", "select assignee, count(*), count(*) filter (where due_at < now()) from task_open where centre_id = 1 group by 1"),
            new("search by number", Auditor, $"cases?take=8&search={caseNo}", $"{CaseColumns} where c.centre_id = 1 and starts_with(c.case_no, '{caseNo}') order by c.case_id desc limit 9"),
            new("search by name", Auditor, "cases?take=8&search=%E6%9F%A5%E6%97%A0%E6%AD%A4%E4%BA%BA", $"{CaseColumns} where c.centre_id = 1 and name_grams(p.name) @> name_grams('查无此人') order by c.case_id desc limit 9"),
            new("search by surname", Auditor, "cases?take=8&search=%E7%8E%8B", $"{CaseColumns} where c.centre_id = 1 and starts_with(p.name, '王') order by c.case_id desc limit 9"),
            new("search by outside number", Auditor, "cases?take=8&search=NO-SUCH", $"{CaseColumns} where c.centre_id = 1 and c.external_no = 'NO-SUCH' limit 9"),
            new("reviewer's cases", reviewer, "cases?take=50", $"{CaseColumns} where c.centre_id = 1 and c.unit_id = {unitId} order by c.case_id desc limit 51"),
            new("overdue cases", Auditor, "cases?take=50&isOverdue=true", $"{CaseColumns} where c.centre_id = 1 and c.status < 7 and c.due_at < now() order by c.case_id desc limit 51"),
            new("newest cases", Auditor, "cases?take=50", $"{CaseColumns} where c.centre_id = 1 order by c.case_id desc limit 51"),
            new("board, today", Auditor, $"statistics?from={today:yyyy-MM-dd}&to={today:yyyy-MM-dd}", $"{Sums} and on_date = '{today:yyyy-MM-dd}' group by 1, 2"),
            new("board, month by unit", Auditor, $"statistics?from={month:yyyy-MM-dd}&to={today:yyyy-MM-dd}&by=unit", $"{Sums} and on_date between '{month:yyyy-MM-dd}' and '{today:yyyy-MM-dd}' group by 1, 2"),
            new("board, urgency", Auditor, "statistics/urgency", "select count(*) filter (where due_at > now()), count(*) filter (where due_at <= now()), count(*) filter (where due_at is null) from cases where centre_id = 1 and status < 7"),
            new("report, year by unit", Auditor, $"statistics?from={year:yyyy-MM-dd}&to={today:yyyy-MM-dd}&by=unit", $"{Sums} and on_date between '{year:yyyy-MM-dd}' and '{today:yyyy-MM-dd}' group by 1, 2"),
            new("report, cases of a figure", Auditor, $"statistics/figures/closed/cases?from={year:yyyy-MM-dd}&to={today:yyyy-MM-dd}&take=50", $"{CaseColumns} join case_fact f on f.centre_id = c.centre_id and f.case_id = c.case_id where f.centre_id = 1 and f.kind = 2 and f.on_date between '{year:yyyy-MM-dd}' and '{today:yyyy-MM-dd}' order by c.case_id desc limit 51"),
            new("report, open cases", Auditor, $"statistics/figures/open/cases?from={month:yyyy-MM-dd}&to={today:yyyy-MM-dd}&take=50", $"{CaseColumns} where c.centre_id = 1 and c.status < 7 and c.accepted_at is not null order by c.case_id limit 51"),
        ];
    }
}
