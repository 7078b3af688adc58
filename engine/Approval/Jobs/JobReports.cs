using System.Text.Json;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Contracts.Jobs;

namespace ApprovalEngine.Approval.Jobs;

/// <summary>Reports of jobs as their heartbeats keep them.</summary>
internal static class JobReports
{
    /// <summary>The text that a heartbeat keeps.</summary>
    public static string Write(JobReport report) => JsonSerializer.Serialize(report, JsonText.Options);

    /// <summary>The report of a heartbeat; null where it keeps none, or the sentence of an earlier version of the product.</summary>
    public static JobReport? Read(string? detail)
    {
        try
        {
            return detail is null ? null : JsonSerializer.Deserialize<JobReport>(detail, JsonText.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
