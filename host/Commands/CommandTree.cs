using ApprovalEngine.Host.Commands.Audit;
using ApprovalEngine.Host.Commands.Backups;
using ApprovalEngine.Host.Commands.Cases;
using ApprovalEngine.Host.Commands.Clocks;
using ApprovalEngine.Host.Commands.Flows;
using ApprovalEngine.Host.Commands.Migrations;
using ApprovalEngine.Host.Commands.Statistics;
using ApprovalEngine.Host.Commands.Supervision;
using Spectre.Console.Cli;

namespace ApprovalEngine.Host.Commands;

/// <summary>All commands of `approval`, as a table of contents.</summary>
internal static class CommandTree
{
    public static void Define(IConfigurator approval)
    {
        approval.SetApplicationName("approval");
        approval.SetExceptionHandler((failure, _) => Failures.Report(failure));
        approval.Settings.Registrar.RegisterInstance(TimeProvider.System);
        approval.AddCommand<ServeCommand>("serve").WithDescription("Run the service until it is stopped.");
        AddGroup(approval, "flow", "Flow definitions in Elsa's form.", flow =>
        {
            flow.AddCommand<FlowLintCommand>("lint").WithDescription("Find what would go wrong, before it is published.");
            flow.AddCommand<FlowRunCommand>("run").WithDescription("Run a flow without a case, in memory.");
            flow.AddCommand<FlowConformCommand>("conform").WithDescription("Compare the runtime with what is known to happen.");
            flow.AddCommand<FlowImportCommand>("import").WithDescription("Bring definitions into the database, as drafts.");
            flow.AddCommand<FlowExportCommand>("export").WithDescription("Write a definition in Elsa's form.");
        });
        AddGroup(approval, "migrate", "Running cases that go on in another version of their flow.", migrate =>
        {
            migrate.AddCommand<MigrateProposeCommand>("propose").WithDescription("Show which activity could become which.");
            migrate.AddCommand<MigratePreviewCommand>("preview").WithDescription("Show what a migration would do; changes nothing.");
            migrate.AddCommand<MigrateRunCommand>("run").WithDescription("Move the running cases of a version to another.");
        });
        AddGroup(approval, "deadline", "Due moments in working days.", deadline =>
        {
            deadline.AddCommand<DeadlineCheckCommand>("check").WithDescription("Check worked due dates.");
            deadline.AddCommand<DeadlineExplainCommand>("explain").WithDescription("Explain one due moment day by day.");
        });
        AddGroup(approval, "caseload", "Recorded cases.", caseload =>
        {
            caseload.AddCommand<CaseloadImportCommand>("import").WithDescription("Replay a log of real cases through its flow.");
        });
        AddGroup(approval, "audit", "The audit trail.", audit =>
        {
            audit.AddCommand<AuditVerifyCommand>("verify").WithDescription("Find changed, swapped, deleted and cut-off rows, and seals that do not fit.");
            audit.AddCommand<AuditExportCommand>("export").WithDescription("Write trails and seals so that others can check them.");
            audit.AddCommand<AuditSealCommand>("seal").WithDescription("Seal what is new, and print the last seal.");
        });
        approval.AddBranch("stats", stats =>
        {
            stats.SetDescription("The figures of a period.");
            stats.SetDefaultCommand<StatsCommand>();
            stats.AddCommand<StatsRebuildCommand>("rebuild").WithDescription("Count the rollups anew and say where they differed.");
        });
        approval.AddCommand<CheckCommand>("check").WithDescription("Find open cases that nothing can move, and tables that differ from the states.");
        approval.AddCommand<AlertsCommand>("alerts").WithDescription("Raise what is due and list the alerts.");
        approval.AddCommand<BackupCommand>("backup").WithDescription("Write the whole database into one verified file.");
        approval.AddCommand<RestoreCommand>("restore").WithDescription("Fill an empty database from such a file, or check the file.");
        approval.AddCommand<DemoCommand>("demo").WithDescription("Fill a plausible month of a centre.");
    }

    private static void AddGroup(IConfigurator approval, string name, string description, Action<IConfigurator<CommandSettings>> define) => approval.AddBranch(name, group =>
    {
        group.SetDescription(description);
        group.SetDefaultCommand<SubcommandMissing>();
        define(group);
    });
}
