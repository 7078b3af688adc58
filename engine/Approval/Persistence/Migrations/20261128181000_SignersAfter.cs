using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ApprovalEngine.Approval.Persistence.Migrations
{
    /// <summary>Open tasks say who is to sign once they have been answered, so that a hand-over finds these parts too.</summary>
    [DbContext(typeof(ApprovalDbContext))]
    [Migration("20261128181000_SignersAfter")]
    public class SignersAfter : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string[]>(
                name: "signers_after",
                table: "task_open",
                type: "text[]",
                nullable: false,
                defaultValueSql: "'{}'");

            migrationBuilder.CreateIndex(
                name: "ix_task_open_signers_after",
                table: "task_open",
                columns: new[] { "centre_id", "case_id" },
                filter: "signers_after <> '{}'");

            // The states have always known them.
            migrationBuilder.Sql("""
                update task_open t set signers_after = array(select jsonb_array_elements_text(one -> 'sa'))
                from cases c, jsonb_path_query(c.state, '$.ts[*].n[*] ? (exists (@.sa))') one
                where c.centre_id = t.centre_id and c.case_id = t.case_id and (one ->> 'i')::int = t.task_no
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_task_open_signers_after",
                table: "task_open");

            migrationBuilder.DropColumn(
                name: "signers_after",
                table: "task_open");
        }
    }
}
