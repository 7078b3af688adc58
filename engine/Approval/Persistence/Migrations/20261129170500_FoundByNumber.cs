using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ApprovalEngine.Approval.Persistence.Migrations
{
    /// <inheritdoc />
    [DbContext(typeof(ApprovalDbContext))]
    [Migration("20261129170500_FoundByNumber")]
    public class FoundByNumber : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // What happened to one case is found by how the subject begins: byte by byte, whatever language the database sorts in.
            migrationBuilder.AlterColumn<string>(
                name: "subject",
                table: "admin_event",
                type: "text",
                nullable: false,
                collation: "C",
                oldClrType: typeof(string),
                oldType: "text");

            // People say the last digits of a case number. The expression keeps the column's collation, byte by byte.
            migrationBuilder.Sql("create index ix_cases_case_no_reversed on cases (centre_id, reverse(case_no));");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("drop index ix_cases_case_no_reversed;");

            migrationBuilder.AlterColumn<string>(
                name: "subject",
                table: "admin_event",
                type: "text",
                nullable: false,
                oldClrType: typeof(string),
                oldType: "text",
                oldCollation: "C");
        }
    }
}
