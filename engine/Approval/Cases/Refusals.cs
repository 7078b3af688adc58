using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Workflow.Calendars;
using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Approval.Cases;

/// <summary>What the core refuses, in the words of the API.</summary>
internal static class Refusals
{
    /// <summary>Runs an act and translates its refusal. A fault by wall time is none: it bubbles up and can be tried again.</summary>
    public static void Translated(Action act)
    {
        try
        {
            act();
        }
        catch (ActRefusedException refused)
        {
            throw Of(refused);
        }
        catch (ClockException broken)
        {
            throw new RuleBrokenException(broken.Code, broken.Message);
        }
    }

    private static ApprovalException Of(ActRefusedException refused) => refused.Code switch
    {
        "TaskNotOpen" or "TaskAlreadyClaimed" => new ConflictException(refused.Code, refused.Message),
        "FourEyes" => new ForbiddenException(refused.Code, refused.Message),
        _ => new RuleBrokenException(refused.Code, refused.Message, refused.ActivityId),
    };
}
