using ApprovalEngine.Approval.Audit;
using ApprovalEngine.Approval.Caseload;
using ApprovalEngine.Approval.Tasks;
using ApprovalEngine.Approval.Timers;
using Microsoft.Extensions.DependencyInjection;

namespace ApprovalEngine.Approval.Cases;

/// <summary>Registers what moves cases on.</summary>
internal static class CaseServices
{
    public static IServiceCollection AddCases(this IServiceCollection services) => services
        .AddSingleton<CaseDatabase>()
        .AddSingleton<CaseWorlds>()
        .AddSingleton<CaseWriter>()
        .AddSingleton<CaseIntake>()
        .AddSingleton<CaseRecalculation>()
        .AddSingleton<CaseSight>()
        .AddSingleton<CaseActs>()
        .AddSingleton<ClosedTasks>()
        .AddSingleton<TaskActs>()
        .AddSingleton<TaskLists>()
        .AddSingleton<DueSweep>()
        .AddSingleton<AuditVerifier>()
        .AddSingleton<ShippedMappings>()
        .AddSingleton<CaseloadImport>();
}
