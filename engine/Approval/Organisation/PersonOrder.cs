using System.Globalization;
using ApprovalEngine.Contracts.Organisation;

namespace ApprovalEngine.Approval.Organisation;

/// <summary>The orders of the list of people. The directory is in memory: it is put in order there, by what the reader's language says of names.</summary>
internal static class PersonOrder
{
    private static readonly Comparer<PersonEntry> ByUser = Comparer<PersonEntry>.Create((one, other) => string.CompareOrdinal(one.UserName, other.UserName));

    // Of one name may be several: their user names tell them apart.
    private static readonly Comparer<PersonEntry> ByName = Comparer<PersonEntry>.Create((one, other) =>
        CultureInfo.CurrentCulture.CompareInfo.Compare(one.DisplayName, other.DisplayName, CompareOptions.IgnoreCase) is not 0 and var order ? order : ByUser.Compare(one, other));

    /// <summary>The order that is asked for.</summary>
    public static Comparer<PersonEntry> Of(PersonSort? sort) => sort switch
    {
        PersonSort.UserBackwards => Backwards(ByUser),
        PersonSort.Name => ByName,
        PersonSort.NameBackwards => Backwards(ByName),
        _ => ByUser,
    };

    /// <summary>The place of a person in any order, by display name and user name.</summary>
    public static PersonEntry PlaceOf(string[] names) => new(0, names[1], names[0], false, [], [], null);

    private static Comparer<PersonEntry> Backwards(Comparer<PersonEntry> order) => Comparer<PersonEntry>.Create((one, other) => order.Compare(other, one));
}
