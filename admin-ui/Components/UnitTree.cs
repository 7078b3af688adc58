using ApprovalEngine.Contracts.Organisation;

namespace ApprovalEngine.AdminUi.Components;

/// <summary>The units of a centre as the tree that they are.</summary>
public sealed class UnitTree
{
    private readonly Dictionary<string, UnitView> byCode;
    private readonly ILookup<string, UnitView> below;

    /// <summary>Makes the tree of all units; one whose upper unit is not known stands at the top.</summary>
    public UnitTree(IEnumerable<UnitView> units)
    {
        byCode = units.ToDictionary(unit => unit.Code);
        below = byCode.Values.ToLookup(unit => unit.Parent is { } parent && byCode.ContainsKey(parent) ? parent : "");
    }

    /// <summary>The units that stand at the top; usually one, the centre.</summary>
    public IEnumerable<UnitView> Tops => below[""];

    /// <summary>The units directly below one.</summary>
    public IEnumerable<UnitView> Below(string code) => below[code];

    /// <summary>The unit of a code; null where there is none.</summary>
    public UnitView? Find(string code) => byCode.GetValueOrDefault(code);

    /// <summary>All units from the top down, each with how deep it stands.</summary>
    public IEnumerable<(UnitView Unit, int Depth)> Walk() => Tops.SelectMany(top => Walk(top, 0));

    /// <summary>How many units lie below one, however deep.</summary>
    public int CountBelow(string code) => Find(code) is { } unit ? Walk(unit, 0).Count() - 1 : 0;

    /// <summary>Whether a unit lies below another one, however deep.</summary>
    public bool IsBelow(string code, string above)
    {
        for (var at = Find(code)?.Parent; at is not null; at = Find(at)?.Parent)
        {
            if (at == above)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The tree without a unit and all that lies below it.</summary>
    public UnitTree Without(string code) => new(byCode.Values.Where(unit => unit.Code != code && !IsBelow(unit.Code, code)));

    /// <summary>The tree of some units and all that lies below them.</summary>
    public UnitTree Within(IReadOnlyCollection<string> tops) => new(byCode.Values.Where(unit => tops.Any(top => unit.Code == top || IsBelow(unit.Code, top))));

    /// <summary>The units that are wanted, with those above them, so that each is seen in its place.</summary>
    public HashSet<string> WithAbove(Func<UnitView, bool> isWanted)
    {
        var kept = new HashSet<string>();
        foreach (var wanted in byCode.Values.Where(isWanted))
        {
            var at = wanted;
            while (at is not null && kept.Add(at.Code))
            {
                at = at.Parent is { } parent ? Find(parent) : null;
            }
        }

        return kept;
    }

    private IEnumerable<(UnitView Unit, int Depth)> Walk(UnitView unit, int depth) => below[unit.Code].SelectMany(one => Walk(one, depth + 1)).Prepend((unit, depth));
}
