using System.Collections.Immutable;

namespace ApprovalEngine.Approval.Caseload;

/// <summary>What an import came to.</summary>
/// <param name="Cases">Cases of the log.</param>
/// <param name="Imported">Cases that came in now.</param>
/// <param name="AlreadyThere">Cases that were there from before; nothing of them changed.</param>
/// <param name="Events">Events of the cases that came in now.</param>
/// <param name="Deviations">Where cases do not fit the flow.</param>
/// <param name="LeftOut">Rows that could not be taken in, by line.</param>
public sealed record CaseloadReport(
    int Cases, int Imported, int AlreadyThere, int Events, ImmutableArray<Deviation> Deviations, ImmutableArray<LeftOutRow> LeftOut);
