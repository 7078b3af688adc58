using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ApprovalEngine.Approval.Persistence.Migrations
{
    /// <inheritdoc />
    [DbContext(typeof(ApprovalDbContext))]
    [Migration("20261130113000_EventsByIndex")]
    public class EventsByIndex : Migration
    {
        private static readonly string[] ByAct = { "centre_id", "act", "at" };
        private static readonly string[] ByActor = { "centre_id", "actor", "at" };

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(name: "ix_admin_event_centre_id_act_at", table: "admin_event", columns: ByAct);
            migrationBuilder.CreateIndex(name: "ix_admin_event_centre_id_actor_at", table: "admin_event", columns: ByActor);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(name: "ix_admin_event_centre_id_act_at", table: "admin_event");
            migrationBuilder.DropIndex(name: "ix_admin_event_centre_id_actor_at", table: "admin_event");
        }
    }
}
