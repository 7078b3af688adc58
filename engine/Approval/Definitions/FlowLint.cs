using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Workflow.Definitions;

namespace ApprovalEngine.Approval.Definitions;

/// <summary>What stands between a draft and its publication.</summary>
internal static class FlowLint
{
    /// <summary>Refuses a flow that could not be run.</summary>
    /// <exception cref="RuleBrokenException">Every error with its place.</exception>
    public static void Require(FlowDefinition flow, IReadOnlyList<string> overrides)
    {
        try
        {
            CompiledFlow.Compile(flow);
        }
        catch (FlowFormatException fault)
        {
            throw new RuleBrokenException("FlowFormat", fault.Message, fault.Path);
        }
    }
}
