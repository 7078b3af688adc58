using ApprovalEngine.Contracts.Organisation;

namespace ApprovalEngine.Contracts.Tasks;

/// <summary>A step that an answer would open, and whose work it would be.</summary>
/// <param name="ActivityId">Its id in the flow.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Units">Codes of the units to which it would be offered; several where they are asked at the same time.</param>
/// <param name="Role">The role that it asks for.</param>
/// <param name="Post">What the post is called that it asks for; null for none.</param>
/// <param name="PeopleCount">How many people may take it, or a part of it.</param>
/// <param name="People">User names of the first of them, <see cref="MostPeople"/> at most.</param>
public sealed record StepAhead(string ActivityId, LocalText Title, IReadOnlyList<string> Units, Role Role, LocalText? Post, int PeopleCount, IReadOnlyList<string> People)
{
    /// <summary>So many people are named.</summary>
    public const int MostPeople = 3;
}
