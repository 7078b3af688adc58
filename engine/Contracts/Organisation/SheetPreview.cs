using ApprovalEngine.Contracts.Catalogue;

namespace ApprovalEngine.Contracts.Organisation;

/// <summary>A sheet as it was understood; nothing has been written.</summary>
/// <param name="People">The people of it; empty for a sheet of something else.</param>
/// <param name="Units">The units of it; empty for a sheet of something else.</param>
/// <param name="Faults">What stands against it; with one of them nothing comes in.</param>
public sealed record SheetPreview(IReadOnlyList<PersonRow> People, IReadOnlyList<UnitRow> Units, IReadOnlyList<SheetFault> Faults)
{
    /// <summary>The items of it; empty for a sheet of people or units.</summary>
    public IReadOnlyList<ItemRow> Items { get; init; } = [];
}

/// <summary>Brings people in: all of them or none.</summary>
/// <param name="People">As the preview said.</param>
/// <param name="FirstPassword">First password of those who are new.</param>
public sealed record ImportPeopleRequest(IReadOnlyList<PersonRow> People, string FirstPassword);

/// <summary>Brings units in: all of them or none.</summary>
/// <param name="Units">As the preview said.</param>
public sealed record ImportUnitsRequest(IReadOnlyList<UnitRow> Units);

/// <summary>What came in.</summary>
/// <param name="New">How many were not known.</param>
/// <param name="Changed">How many were changed.</param>
public sealed record ImportedRows(int New, int Changed);
