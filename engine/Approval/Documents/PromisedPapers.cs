using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Contracts.Cases;
using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Approval.Documents;

/// <summary>When a paper may be promised for (容缺受理; domain.md, "Acceptance": supplied before the promised due day).</summary>
internal static class PromisedPapers
{
    /// <summary>
    /// The papers that are promised and not there yet: until they are, what the case issues is not handed out (domain.md, "Acceptance"). What
    /// was decided against the applicant is handed out all the same.
    /// </summary>
    /// <param name="row">The case.</param>
    /// <param name="materials">What is recorded of its materials.</param>
    public static IReadOnlyList<SuppliedMaterial> Awaited(CaseRecord row, IEnumerable<SuppliedMaterial> materials) =>
        MayCome(row) ? [.. materials.Where(one => one.State == nameof(MaterialState.Deferred))] : [];

    /// <summary>Whether something can still be brought that was promised: not where the application came to nothing.</summary>
    public static bool MayCome(CaseRecord row) => row.IsOpen || row.Decision == Decision.Granted;

    /// <summary>Refuses a promise that is broken as it is given: for a day that is over, or not before the case is due.</summary>
    /// <param name="session">The case; before its acceptance no due day is known.</param>
    /// <param name="materials">What is recorded.</param>
    /// <param name="at">Instant (UTC) of recording.</param>
    /// <exception cref="RuleBrokenException">PromiseInvalid, with the material.</exception>
    public static void Require(CaseSession session, IEnumerable<SuppliedMaterial> materials, DateTimeOffset at)
    {
        var calendar = session.World.Calendar;
        var (today, due) = (calendar.LocalDate(at), session.Case.DueAt is { } dueAt ? calendar.LocalDate(dueAt) : DateOnly.MaxValue);
        foreach (var material in materials)
        {
            if (material.PromisedOn is { } promised && (promised < today || promised >= due))
            {
                throw new RuleBrokenException("PromiseInvalid", $"A paper is promised for a day from today on and before the case is due; {promised:yyyy-MM-dd} is neither.", material.Code);
            }
        }
    }
}
