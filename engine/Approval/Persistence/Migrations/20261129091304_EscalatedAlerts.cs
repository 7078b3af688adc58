using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ApprovalEngine.Approval.Persistence.Migrations
{
    /// <inheritdoc />
    [DbContext(typeof(ApprovalDbContext))]
    [Migration("20261129091304_EscalatedAlerts")]
    public class EscalatedAlerts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "escalated_from",
                table: "alert",
                type: "integer",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_alert_escalated",
                table: "alert",
                columns: new[] { "centre_id", "escalated_from", "raised_at" },
                filter: "status = 6");

            migrationBuilder.CreateIndex(
                name: "ix_alert_raised",
                table: "alert",
                columns: new[] { "centre_id", "raised_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_alert_escalated",
                table: "alert");

            migrationBuilder.DropIndex(
                name: "ix_alert_raised",
                table: "alert");

            migrationBuilder.DropColumn(
                name: "escalated_from",
                table: "alert");
        }
    }
}
