using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ApprovalEngine.Approval.Persistence.Migrations;

/// <summary>
/// The audit trail: partitioned by the month in which its case began, so that old months can be moved away. A case's id is a UUIDv7,
/// whose first 48 bits are milliseconds: a month is a range of ids.
/// </summary>
[DbContext(typeof(ApprovalDbContext))]
[Migration("20261125053218_PartitionedAudit")]
public class PartitionedAudit : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("""
            create table audit (
                centre_id int not null,
                case_id uuid not null,
                seq int not null,
                at timestamptz not null,
                actor text not null,
                act text not null,
                payload text not null,
                prev_hash bytea not null,
                hash bytea not null,
                constraint pk_audit primary key (centre_id, case_id, seq)
            ) partition by range (case_id);

            create table audit_rest partition of audit default;

            create function first_case_id(moment timestamptz) returns uuid language sql immutable strict as
            $$ select (lpad(to_hex(floor(extract(epoch from moment) * 1000)::bigint), 12, '0') || repeat('0', 20))::uuid $$;

            -- Makes the month's partition; true when it is there afterwards. A month whose cases already stand in the rest
            -- (imports of the past) stays there: moving them would lock every step out.
            create function ensure_audit_partition(month date) returns boolean language plpgsql as
            $$
            declare
                first timestamp := date_trunc('month', month::timestamp);
                low uuid := first_case_id(first at time zone 'UTC');
                high uuid := first_case_id((first + interval '1 month') at time zone 'UTC');
                name text := 'audit_' || to_char(first, 'YYYY_MM');
            begin
                if to_regclass(name) is not null then
                    return true;
                end if;
                perform pg_advisory_xact_lock(hashtext('ensure_audit_partition'));
                if to_regclass(name) is not null then
                    return true;
                end if;
                if exists (select from audit_rest where case_id >= low and case_id < high) then
                    return false;
                end if;
                execute format('create table %I partition of audit for values from (%L) to (%L)', name, low, high);
                return true;
            end
            $$;
            """);
    }

    /// <inheritdoc />
    protected override void Down(MigrationBuilder migrationBuilder) =>
        migrationBuilder.Sql("drop function ensure_audit_partition(date); drop function first_case_id(timestamptz); drop table audit;");
}
