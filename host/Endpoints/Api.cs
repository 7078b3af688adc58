using ApprovalEngine.Host.Identity;

namespace ApprovalEngine.Host.Endpoints;

/// <summary>The HTTP API's table of contents.</summary>
internal static class Api
{
    public static void MapApi(this IEndpointRouteBuilder app) => app.MapGroup("/api/v1").ProtectCookieWrites()
        .MapAccounts()
        .MapOwnAccount()
        .MapKeys()
        .MapCentre()
        .MapOrganisation()
        .MapImports()
        .MapItems()
        .MapDefinitions()
        .MapMigrations()
        .MapCalendars()
        .MapCases()
        .MapDocuments()
        .MapCaseActs()
        .MapTasks()
        .MapTaskActs()
        .MapOwnLists()
        .MapIncidents()
        .MapJobs()
        .MapAbsences()
        .MapStatistics()
        .MapAlerts()
        .MapAudit()
        .MapLive();
}
