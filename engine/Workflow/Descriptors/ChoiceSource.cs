namespace ApprovalEngine.Workflow.Descriptors;

/// <summary>Where the choices of an editor come from when only the server knows them.</summary>
public enum ChoiceSource
{
    /// <summary>The choices stand in the descriptor, or there are none.</summary>
    None,

    /// <summary>Codes of the centre's units.</summary>
    Units,

    /// <summary>Codes of the centre's posts.</summary>
    Posts,

    /// <summary>User names of the centre's active people.</summary>
    People,

    /// <summary>Seats of a countersignature: codes of units, and <c>user:NAME</c>.</summary>
    Seats,

    /// <summary>Whom a notice may go to: the applicant, those who hold a task, a unit or a person.</summary>
    Recipients,

    /// <summary>Codes of the services that may be called.</summary>
    Receivers,
}
