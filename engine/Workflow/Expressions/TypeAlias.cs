namespace ApprovalEngine.Workflow.Expressions;

/// <summary>Reads Elsa's type names: aliases, and .NET names whose own name is one. Nothing is ever loaded by a name.</summary>
internal static class TypeAlias
{
    private const string Unregistered = "UnregisteredClrType:";

    /// <summary>The short alias.</summary>
    public static string Of(string typeName)
    {
        var name = typeName.StartsWith(Unregistered, StringComparison.Ordinal) ? typeName[Unregistered.Length..] : typeName;
        if (!name.Contains('`', StringComparison.Ordinal))
        {
            name = name.Split(',')[0].Trim();
            name = name.StartsWith("System.", StringComparison.Ordinal) ? name[(name.LastIndexOf('.') + 1)..] : name;
        }

        name = name.EndsWith('?') ? name[..^1] : name;
        return name switch
        {
            "Long" => "Int64",
            "Int" => "Int32",
            "Bool" => "Boolean",
            "" => "Object",
            _ => name,
        };
    }

    /// <summary>The element type of a list type; null for anything else.</summary>
    public static string? ElementOf(string alias)
    {
        if (alias.EndsWith("[]", StringComparison.Ordinal))
        {
            return alias[..^2];
        }

        var open = alias.IndexOf('<', StringComparison.Ordinal);
        return open > 0 && alias.EndsWith('>') && alias[..open] is "List" or "IList" or "ICollection" or "IEnumerable" or "Collection" or "HashSet" or "ISet"
            ? alias[(open + 1)..^1]
            : null;
    }
}
