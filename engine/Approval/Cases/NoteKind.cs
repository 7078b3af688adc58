namespace ApprovalEngine.Approval.Cases;

/// <summary>What a note on a case is. The numbers are stored.</summary>
public enum NoteKind : short
{
    /// <summary>Said by a person.</summary>
    Comment = 0,

    /// <summary>Recorded history that has no place in the flow.</summary>
    Journal = 1,

    /// <summary>What happened after the closing.</summary>
    AfterClosing = 2,
}
