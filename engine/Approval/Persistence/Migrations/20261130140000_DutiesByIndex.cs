using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ApprovalEngine.Approval.Persistence.Migrations
{
    /// <inheritdoc />
    [DbContext(typeof(ApprovalDbContext))]
    [Migration("20261130140000_DutiesByIndex")]
    public class DutiesByIndex : Migration
    {
        private static readonly string[] ByUnit = { "centre_id", "unit_id" };
        private static readonly string[] ByCase = { "centre_id", "case_id" };

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(name: "ix_alert_to_decide", table: "alert", columns: ByUnit, filter: "status in (2, 5, 6)");
            migrationBuilder.CreateIndex(name: "ix_task_open_incident", table: "task_open", columns: ByCase, filter: "kind = 6");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(name: "ix_alert_to_decide", table: "alert");
            migrationBuilder.DropIndex(name: "ix_task_open_incident", table: "task_open");
        }
    }
}
