using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ApprovalEngine.Approval.Persistence.Migrations
{
    /// <inheritdoc />
    [DbContext(typeof(ApprovalDbContext))]
    [Migration("20261130210000_RollupsByDay")]
    public class RollupsByDay : Migration
    {
        private static readonly string[] ByGrain = { "centre_id", "dim", "grain", "period", "key", "case_kind", "limit_kind" };
        private static readonly string[] ByPeriod = { "centre_id", "dim", "period", "key", "case_kind", "limit_kind" };

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            BeginAnew(migrationBuilder);
            migrationBuilder.AddColumn<short>(name: "grain", table: "rollup", type: "smallint", nullable: false);
            migrationBuilder.AddPrimaryKey(name: "pk_rollup", table: "rollup", columns: ByGrain);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            BeginAnew(migrationBuilder);
            migrationBuilder.DropColumn(name: "grain", table: "rollup");
            migrationBuilder.AddPrimaryKey(name: "pk_rollup", table: "rollup", columns: ByPeriod);
        }

        // The facts hold everything: until the job has counted them anew, as the other version of what is kept has it do, they answer themselves.
        private static void BeginAnew(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("delete from rollup");
            migrationBuilder.DropPrimaryKey(name: "pk_rollup", table: "rollup");
        }
    }
}
