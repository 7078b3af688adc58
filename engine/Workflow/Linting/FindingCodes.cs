namespace ApprovalEngine.Workflow.Linting;

/// <summary>Stable names of the linter's rules.</summary>
public static class FindingCodes
{
    /// <summary>A part of the definition has no form that can be read.</summary>
    public const string BrokenForm = nameof(BrokenForm);

    /// <summary>Two activities bear one id.</summary>
    public const string DuplicateId = nameof(DuplicateId);

    /// <summary>A type that can be reached is not executed here.</summary>
    public const string NotExecutedHere = nameof(NotExecutedHere);

    /// <summary>An expression does not parse.</summary>
    public const string ExpressionDoesNotParse = nameof(ExpressionDoesNotParse);

    /// <summary>An expression in a language that is never executed here.</summary>
    public const string ExpressionNotExecutedHere = nameof(ExpressionNotExecutedHere);

    /// <summary>A literal cannot be converted to its input's type.</summary>
    public const string LiteralDoesNotFit = nameof(LiteralDoesNotFit);

    /// <summary>An input that the activity cannot do without is missing.</summary>
    public const string InputMissing = nameof(InputMissing);

    /// <summary>A literal is none of the choices.</summary>
    public const string ChoiceUnknown = nameof(ChoiceUnknown);

    /// <summary>A variable is named that is not in scope.</summary>
    public const string VariableUnknown = nameof(VariableUnknown);

    /// <summary>A script refers to a name that it would not find.</summary>
    public const string NameUnknown = nameof(NameUnknown);

    /// <summary>A task is offered to nobody.</summary>
    public const string NoCandidates = nameof(NoCandidates);

    /// <summary>A step is named that the flow does not have.</summary>
    public const string StepUnknown = nameof(StepUnknown);

    /// <summary>The promised limit is above the legal one.</summary>
    public const string PromisedAboveLegal = nameof(PromisedAboveLegal);

    /// <summary>A limit of PromiseClock differs from the item's.</summary>
    public const string LimitDiffersFromItem = nameof(LimitDiffersFromItem);

    /// <summary>approvalReturns leave a cycle.</summary>
    public const string CycleLeft = nameof(CycleLeft);

    /// <summary>The flow of an item never closes a case.</summary>
    public const string CloseCaseNotReachable = nameof(CloseCaseNotReachable);

    /// <summary>Counter mode loses a case when a parallel branch is reworked.</summary>
    public const string ReworkInParallelBranch = nameof(ReworkInParallelBranch);

    /// <summary>Counter mode skips a WaitAll join, and what follows it, when one of its branches was not chosen.</summary>
    public const string JoinMayBeSkipped = nameof(JoinMayBeSkipped);

    /// <summary>A FlowJoin of counter mode without a mode goes on with the first branch.</summary>
    public const string JoinWithoutMode = nameof(JoinWithoutMode);

    /// <summary>A way ends without closing the case.</summary>
    public const string DeadEnd = nameof(DeadEnd);

    /// <summary>An outcome leads nowhere.</summary>
    public const string OutcomeUnconnected = nameof(OutcomeUnconnected);

    /// <summary>A connection begins at a port that the activity does not have.</summary>
    public const string PortUnknown = nameof(PortUnknown);

    /// <summary>Nothing leads to an activity.</summary>
    public const string NotReachable = nameof(NotReachable);

    /// <summary>A connection names an activity that is not there.</summary>
    public const string ConnectionLost = nameof(ConnectionLost);

    /// <summary>The longest way of step limits is above the promise.</summary>
    public const string StepLimitsAbovePromise = nameof(StepLimitsAbovePromise);

    /// <summary>An entry of approvalReturns names no connection.</summary>
    public const string ReturnUnknown = nameof(ReturnUnknown);

    /// <summary>Two merges could wait for each other.</summary>
    public const string MergesWaitForEachOther = nameof(MergesWaitForEachOther);

    /// <summary>Which connection leads back was inferred, and another choice was possible.</summary>
    public const string DirectionInferred = nameof(DirectionInferred);

    /// <summary>An activity that elsewhere runs in the background runs within the step here.</summary>
    public const string RunsWithinTheStep = nameof(RunsWithinTheStep);

    /// <summary>A trigger: here nothing starts an instance by itself.</summary>
    public const string StartsNothing = nameof(StartsNothing);

    /// <summary>A connection of counter mode leads back to where not every way comes from.</summary>
    public const string BackwardNotValid = nameof(BackwardNotValid);

    /// <summary>A join that goes on with the first branch cancels a container in which something waits.</summary>
    public const string RaceOverContainer = nameof(RaceOverContainer);

    /// <summary>Token mode runs an activity, and all behind it, once for each branch that arrives.</summary>
    public const string MergeRunsAgain = nameof(MergeRunsAgain);

    /// <summary>Token mode leaves a token that nothing consumes: the flow hangs.</summary>
    public const string TokenNeverConsumed = nameof(TokenNeverConsumed);

    /// <summary>A Converge at the head of a loop waits for what leads back to it.</summary>
    public const string ConvergeNeverStarts = nameof(ConvergeNeverStarts);

    /// <summary>An end in one branch drops what another waits for.</summary>
    public const string EndDropsBranch = nameof(EndDropsBranch);

    /// <summary>A Break without a loop around it ends its container.</summary>
    public const string BreakOutsideLoop = nameof(BreakOutsideLoop);

    /// <summary>A Complete inside a nested flowchart has a connection on.</summary>
    public const string CompleteLeadsOn = nameof(CompleteLeadsOn);

    /// <summary>A variable without a workflow storage driver is read behind a wait.</summary>
    public const string VariableNotKept = nameof(VariableNotKept);

    /// <summary>An input without a workflow storage driver is read behind a wait.</summary>
    public const string InputNotKept = nameof(InputNotKept);

    /// <summary>An activity's output is read behind a wait.</summary>
    public const string OutputNotKept = nameof(OutputNotKept);

    /// <summary>An incident strategy lets a faulted instance hang.</summary>
    public const string FaultLeavesHanging = nameof(FaultLeavesHanging);

    /// <summary>A definition is executed that is not published.</summary>
    public const string DefinitionUnknown = nameof(DefinitionUnknown);

    /// <summary>The definition to execute is computed.</summary>
    public const string DefinitionComputed = nameof(DefinitionComputed);

    /// <summary>An address is asked that is not on the allow list.</summary>
    public const string DestinationNotAllowed = nameof(DestinationNotAllowed);

    /// <summary>A definition comes back to itself over those it uses.</summary>
    public const string DefinitionUsesItself = nameof(DefinitionUsesItself);

    /// <summary>An executed definition asks people or services, which only a case can do.</summary>
    public const string ExecutedAsksPeople = nameof(ExecutedAsksPeople);

    /// <summary>An executed definition waits, and nothing waits for it.</summary>
    public const string ExecutedIsLost = nameof(ExecutedIsLost);

    /// <summary>Real Elsa would run a flow of safe mode otherwise.</summary>
    public const string ElsaRunsOtherwise = nameof(ElsaRunsOtherwise);
}
