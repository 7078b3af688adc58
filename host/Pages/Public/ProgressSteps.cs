using ApprovalEngine.Approval.Public;

namespace ApprovalEngine.Host.Pages.Public;

/// <summary>The steps of a case that its applicant follows, each with its date: when it was, or when it will be at the latest.</summary>
internal static class ProgressSteps
{
    /// <summary>Received, accepted, decided, handed over.</summary>
    public static IReadOnlyList<ProgressStep> Of(CaseProgress found)
    {
        var isOpen = found.EndedOn is null;
        var isDecided = found.Decision is not null;
        ProgressStep[] steps =
        [
            new("Received", StepState.Done, found.ReceivedOn),
            found.AcceptedOn is { } accepted ? new("Accepted", StepState.Done, accepted)
                : new("Accepted", isOpen ? StepState.Current : StepState.Never, found.AnsweredBy),
            isDecided ? new("Decided", StepState.Done, found.EndedOn)
                : new("Decided", !isOpen ? StepState.Never : found.AcceptedOn is null ? StepState.Coming : StepState.Current, found.DueOn),
        ];
        return found.Papers.Count > 0 ? [.. steps, new("Issued", StepState.Done, found.Papers[^1].IssuedOn)] : steps;
    }
}

/// <summary>A step of a case.</summary>
/// <param name="Word">Key of its name.</param>
/// <param name="State">Where it stands.</param>
/// <param name="On">When it was, or will be at the latest; null when that is not known.</param>
internal sealed record ProgressStep(string Word, StepState State, DateOnly? On);

/// <summary>Where a step stands.</summary>
internal enum StepState
{
    /// <summary>Behind.</summary>
    Done,

    /// <summary>Under way.</summary>
    Current,

    /// <summary>Ahead.</summary>
    Coming,

    /// <summary>The case ended before it.</summary>
    Never,
}
