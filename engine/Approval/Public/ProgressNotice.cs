using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Catalogue;
using ApprovalEngine.Approval.Documents;
using ApprovalEngine.Contracts;
using ApprovalEngine.Contracts.Cases;
using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Approval.Public;

/// <summary>What an applicant was told in writing.</summary>
/// <param name="Words">What was said of the whole; null for nothing.</param>
/// <param name="Form">What is to be put right in the form; null for nothing.</param>
/// <param name="BringBy">Local date by which it is to be brought; null for none.</param>
/// <param name="Papers">What is still missing or faulty of what was told.</param>
public sealed record ProgressNotice(string? Words, string? Form, DateOnly? BringBy, IReadOnlyList<MissingPaper> Papers)
{
    /// <summary>Whether a notice of the case can stand now: most cases need not be asked for one.</summary>
    internal static bool MayStand(CaseRecord row) => row.Status == CaseStatus.NotAccepted || AwaitsCorrection(row);

    /// <summary>What stands of a case's last notice; null where none stands.</summary>
    internal static ProgressNotice? Of(CaseRecord row, NoticeGiven? last, IReadOnlyDictionary<string, MaterialState> materials, ItemContent content) =>
        last is not null && IsStanding(row, last)
            ? new(last.Words, last.Form, last.BringBy, [.. last.Papers.Where(paper => IsLacking(materials, paper)).Select(paper => new MissingPaper(
                GuideJson.NameOfMaterial(content, paper.Code), paper.State == nameof(MaterialState.Faulty), paper.Words))])
            : null;

    private static bool IsStanding(CaseRecord row, NoticeGiven notice) => notice.Kind == nameof(ApplicantNoticeKind.NotAccepted)
        ? row.Status == CaseStatus.NotAccepted
        : AwaitsCorrection(row);

    private static bool AwaitsCorrection(CaseRecord row) => row.IsOpen && row.State.Tasks.Any(task => task.Kind == TaskKind.Correction);

    private static bool IsLacking(IReadOnlyDictionary<string, MaterialState> materials, NoticePaper paper) =>
        !materials.TryGetValue(paper.Code, out var state) || state is MaterialState.Missing or MaterialState.Faulty;
}

/// <summary>A material that is still missing or faulty.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="IsFaulty">It was handed in, and not as it must be.</param>
/// <param name="Words">Why; null for nothing.</param>
public sealed record MissingPaper(LocalText Name, bool IsFaulty, string? Words);
