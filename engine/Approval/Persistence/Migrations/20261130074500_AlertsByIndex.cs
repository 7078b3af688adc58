using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ApprovalEngine.Approval.Persistence.Migrations
{
    /// <inheritdoc />
    [DbContext(typeof(ApprovalDbContext))]
    [Migration("20261130074500_AlertsByIndex")]
    public class AlertsByIndex : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_alert_newest",
                table: "alert",
                columns: new[] { "centre_id", "due_at", "alert_id" },
                descending: new[] { false, true, true });

            migrationBuilder.CreateIndex(
                name: "ix_alert_person",
                table: "alert",
                columns: new[] { "centre_id", "person", "due_at", "alert_id" },
                descending: new[] { false, false, true, true });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_alert_newest",
                table: "alert");

            migrationBuilder.DropIndex(
                name: "ix_alert_person",
                table: "alert");
        }
    }
}
