namespace ApprovalEngine.Workflow.Migration;

/// <summary>Names of what stands against a migration.</summary>
public static class MigrationFaults
{
    /// <summary>The mapping names an activity that the old version does not have.</summary>
    public const string UnknownActivity = nameof(UnknownActivity);

    /// <summary>The mapping names a target that the new version does not have.</summary>
    public const string UnknownTarget = nameof(UnknownTarget);

    /// <summary>What stands on an activity can be carried on only by one of the same type.</summary>
    public const string OtherType = nameof(OtherType);

    /// <summary>Two activities are sent to one.</summary>
    public const string TargetTwice = nameof(TargetTwice);

    /// <summary>A flowchart counts its tokens otherwise in the new version.</summary>
    public const string ModeChanged = nameof(ModeChanged);

    /// <summary>The outermost activity has no counterpart.</summary>
    public const string RootLost = nameof(RootLost);

    /// <summary>A variable has another type in the new version.</summary>
    public const string VariableTypeChanged = nameof(VariableTypeChanged);

    /// <summary>A token stands on an activity that has no target.</summary>
    public const string TokenWithoutTarget = nameof(TokenWithoutTarget);

    /// <summary>A token would leave the container in which it runs.</summary>
    public const string ContainerLeft = nameof(ContainerLeft);

    /// <summary>The activity that closed the case has no target: a return could reach behind the closing.</summary>
    public const string ClosingLost = nameof(ClosingLost);

    /// <summary>The activity at which the instance was started has no target.</summary>
    public const string StartLost = nameof(StartLost);

    /// <summary>Something that the new version asks for at once cannot be worked out.</summary>
    public const string StepCannotBegin = nameof(StepCannotBegin);

    /// <summary>The case would wait for nothing any more.</summary>
    public const string NothingWouldBeOpen = nameof(NothingWouldBeOpen);

    /// <summary>The flow has ended, or would end by the migration itself.</summary>
    public const string FlowEnded = nameof(FlowEnded);
}
