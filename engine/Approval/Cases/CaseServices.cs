using ApprovalEngine.Approval.Audit;
using ApprovalEngine.Approval.Caseload;
using ApprovalEngine.Approval.Checks;
using ApprovalEngine.Approval.Documents;
using ApprovalEngine.Approval.Exports;
using ApprovalEngine.Approval.Live;
using ApprovalEngine.Approval.Notifications;
using ApprovalEngine.Approval.Tasks;
using ApprovalEngine.Approval.Timers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ApprovalEngine.Approval.Cases;

/// <summary>Registers what moves cases on.</summary>
internal static class CaseServices
{
    public static IServiceCollection AddCases(this IServiceCollection services)
    {
        // A host that knows receivers registers its own list before.
        services.TryAddSingleton(new ReceiverOptions());
        services.TryAddSingleton(new HttpDestinations());
        services.TryAddSingleton(new SealOptions(File: null));
        services.TryAddSingleton(_ => DocumentFont.Find(null));
        return services.AddDelivery().AddWriter();
    }

    private static IServiceCollection AddDelivery(this IServiceCollection services) => services
        .AddSingleton(provider => new ServiceCaller(provider.GetRequiredService<ReceiverOptions>()))
        .AddSingleton(provider => new HttpCaller(provider.GetRequiredService<HttpDestinations>()))
        .AddSingleton<DocumentFiles>()
        .AddSingleton<Recipients>()
        .AddSingleton<OutboxDelivery>();

    private static IServiceCollection AddWriter(this IServiceCollection services) => services
        .AddSingleton<CaseDatabase>()
        .AddSingleton<CaseWorlds>()
        .AddSingleton<CaseWriter>()
        .AddSingleton<CaseNumbers>()
        .AddSingleton<CaseIntake>()
        .AddSingleton<CaseRecalculation>()
        .AddSingleton<CaseSearch>()
        .AddSingleton<ListedCases>()
        .AddSingleton<CaseSight>()
        .AddSingleton<CaseActs>()
        .AddSingleton<CaseTrials>()
        .AddSingleton<CaseHistory>()
        .AddSingleton<ClosedTasks>()
        .AddSingleton<TaskActs>()
        .AddSingleton<TaskRounds>()
        .AddSingleton<OwnLists>()
        .AddSingleton<PersonsWork>()
        .AddSingleton<HandOvers>()
        .AddSingleton<CaseChecks>()
        .AddSingleton<TaskLists>()
        .AddSingleton<ChangeFeed>()
        .AddSingleton<DueSweep>()
        .AddSingleton<EventLog>()
        .AddSingleton<Exporter>()
        .AddSingleton<AuditExport>()
        .AddSingleton<AuditScope>()
        .AddSingleton<EventSubjects>()
        .AddSingleton<SealStore>()
        .AddSingleton<Sealing>()
        .AddSingleton<AuditVerifier>()
        .AddSingleton<ShippedMappings>()
        .AddSingleton<CaseloadImport>();
}
