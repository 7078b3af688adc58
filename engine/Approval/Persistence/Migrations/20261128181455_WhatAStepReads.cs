using System;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ApprovalEngine.Approval.Persistence.Migrations
{
    /// <summary>A step reads what it needs from the case's own row: the raised alerts, the next one, and the state without taking it apart.</summary>
    [DbContext(typeof(ApprovalDbContext))]
    [Migration("20261128181455_WhatAStepReads")]
    public class WhatAStepReads : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_idempotency_key_created_at",
                table: "idempotency_key");

            migrationBuilder.AlterColumn<string>(
                name: "state",
                table: "cases",
                type: "json",
                nullable: false,
                oldClrType: typeof(string),
                oldType: "jsonb");

            migrationBuilder.AlterColumn<string>(
                name: "form",
                table: "cases",
                type: "json",
                nullable: false,
                oldClrType: typeof(string),
                oldType: "jsonb");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "next_alert_at",
                table: "cases",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string[]>(
                name: "raised_alerts",
                table: "cases",
                type: "text[]",
                nullable: false,
                defaultValueSql: "'{}'");

            migrationBuilder.Sql("""
                update cases c set raised_alerts = array(select a.key from alert a where a.centre_id = c.centre_id and a.case_id = c.case_id order by a.alert_id)
                where exists (select from alert a where a.centre_id = c.centre_id and a.case_id = c.case_id)
                """);
            migrationBuilder.Sql("""
                update cases c set next_alert_at = t.due_at from timer t where t.centre_id = c.centre_id and t.case_id = c.case_id and t.kind = 1 and t.key = 'alert'
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "next_alert_at",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "raised_alerts",
                table: "cases");

            migrationBuilder.AlterColumn<string>(
                name: "state",
                table: "cases",
                type: "jsonb",
                nullable: false,
                oldClrType: typeof(string),
                oldType: "json");

            migrationBuilder.AlterColumn<string>(
                name: "form",
                table: "cases",
                type: "jsonb",
                nullable: false,
                oldClrType: typeof(string),
                oldType: "json");

            migrationBuilder.CreateIndex(
                name: "ix_idempotency_key_created_at",
                table: "idempotency_key",
                column: "created_at");
        }
    }
}
