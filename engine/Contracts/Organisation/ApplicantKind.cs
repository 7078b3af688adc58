namespace ApprovalEngine.Contracts.Organisation;

/// <summary>Who applies.</summary>
public enum ApplicantKind
{
    /// <summary>A natural person, known by a resident ID number.</summary>
    Person,

    /// <summary>An organisation, known by its unified social credit code.</summary>
    Organisation,
}
