using System.Buffers;

namespace ApprovalEngine.Workflow.Expressions;

/// <summary>Measures how deeply a template is nested before it is parsed: the parser descends without a guard of its own.</summary>
internal static class LiquidNesting
{
    private static readonly HashSet<string> Blocks = ["if", "unless", "case", "for", "tablerow", "capture", "comment", "raw", "ifchanged", "liquid"];
    private static readonly SearchValues<char> Letters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz");

    /// <exception cref="ExpressionException">Too deep.</exception>
    public static void Check(string template)
    {
        var blocks = 0;
        for (var start = template.IndexOf('{', StringComparison.Ordinal); start >= 0 && start + 1 < template.Length; start = template.IndexOf('{', start + 1))
        {
            if (template[start + 1] is not ('{' or '%'))
            {
                continue;
            }

            var close = template[start + 1] == '{' ? "}}" : "%}";
            var end = template.IndexOf(close, start + 2, StringComparison.Ordinal);
            var inside = template.AsSpan(start + 2, (end < 0 ? template.Length : end) - start - 2);
            CheckBrackets(inside);
            if (close == "%}")
            {
                blocks += BlocksOpened(inside);
                Require(blocks);
            }
        }
    }

    // A liquid tag holds a statement a line.
    private static int BlocksOpened(ReadOnlySpan<char> inside)
    {
        var opened = 0;
        foreach (var line in inside.EnumerateLines())
        {
            var words = line.TrimStart("- \t");
            var length = words.IndexOfAnyExcept(Letters);
            var word = (length < 0 ? words : words[..length]).ToString();
            opened += Blocks.Contains(word) ? 1 : word.StartsWith("end", StringComparison.Ordinal) ? -1 : 0;
            Require(opened);
        }

        return opened;
    }

    private static void CheckBrackets(ReadOnlySpan<char> inside)
    {
        var depth = 0;
        foreach (var character in inside)
        {
            depth += character is '(' or '[' ? 1 : character is ')' or ']' ? -1 : 0;
            Require(depth);
        }
    }

    private static void Require(int depth)
    {
        if (depth > ExpressionLimits.LiquidRecursion)
        {
            throw new ExpressionException($"The template is nested more than {ExpressionLimits.LiquidRecursion} levels deep.");
        }
    }
}
