namespace ApprovalEngine.Contracts.Catalogue;

/// <summary>How an item is answered.</summary>
public enum ItemKind
{
    /// <summary>即辦件: closed on the spot, the same working day.</summary>
    Instant,

    /// <summary>承諾件: closed within a promised number of working days.</summary>
    Promised,
}
