namespace ApprovalEngine.Contracts.Catalogue;

/// <summary>Life of an approval item.</summary>
public enum ItemState
{
    /// <summary>Being prepared: nobody can apply yet.</summary>
    Draft,

    /// <summary>Can be applied for.</summary>
    InForce,

    /// <summary>Cancelled: open cases go on, nobody can apply any more.</summary>
    Cancelled,
}
