using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ApprovalEngine.Approval.Persistence.Migrations
{
    /// <inheritdoc />
    [DbContext(typeof(ApprovalDbContext))]
    [Migration("20261129193000_PeriodsOfTasks")]
    public class PeriodsOfTasks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // The end of the days within which an application is answered (kind 0), and of a correction or special procedure (3, 4), stood in
            // the timers only; open tasks are due then from now on, so those that are open already get it from there. A timer does not say
            // whose it is: where a case has several, or several such tasks, they get it when they are next moved.
            migrationBuilder.Sql("""
                update task_open t set due_at = least(t.due_at, e.ends_at)
                from (
                    select centre_id, case_id, split_part(key, '/', 2) as name, min(due_at) - interval '1 microsecond' as ends_at
                    from timer where kind = 0 and (key like '%/silence' or key like '%/end') group by 1, 2, 3
                    having count(*) = 1
                ) e
                where e.centre_id = t.centre_id and e.case_id = t.case_id and ((e.name = 'silence' and t.kind = 0) or (e.name = 'end' and t.kind in (3, 4)))
                    and not exists (
                        select from task_open o where o.centre_id = t.centre_id and o.case_id = t.case_id and o.task_no <> t.task_no
                        and (o.kind = t.kind or (o.kind in (3, 4) and t.kind in (3, 4))));
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
        }
    }
}
