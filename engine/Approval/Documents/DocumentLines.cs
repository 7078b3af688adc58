namespace ApprovalEngine.Approval.Documents;

/// <summary>Breaks text into lines: Chinese between any two characters, other words at blanks, and no line begins with a closing mark.</summary>
internal static class DocumentLines
{
    private const string NeverFirst = "，。、；：？！）》」』】〕”’％…—,.;:?!)]}%";

    /// <param name="text">Paragraphs, each on lines of its own.</param>
    /// <param name="width">Of a line.</param>
    /// <param name="measure">Width of a text.</param>
    public static IEnumerable<string> Of(string text, double width, Func<string, double> measure)
    {
        foreach (var paragraph in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var line = "";
            foreach (var piece in Pieces(paragraph))
            {
                if (line.Length > 0 && measure(line + piece.TrimEnd()) > width)
                {
                    yield return line.TrimEnd();
                    line = piece.TrimStart();
                }
                else
                {
                    line += piece;
                }

                // A word longer than a line (an address, a number) is broken where the line ends.
                for (var fits = line.Length; measure(line.TrimEnd()) > width && line.Length > 1; fits = line.Length)
                {
                    while (fits > 1 && measure(line[..fits]) > width)
                    {
                        fits--;
                    }

                    yield return line[..fits];
                    line = line[fits..];
                }
            }

            yield return line.TrimEnd();
        }
    }

    /// <summary>What stays together: a word with the blanks after it, or a character with the closing marks after it.</summary>
    private static IEnumerable<string> Pieces(string paragraph)
    {
        for (var at = 0; at < paragraph.Length;)
        {
            var end = at + 1;
            while (end < paragraph.Length && (IsTogether(paragraph[end - 1], paragraph[end]) || NeverFirst.Contains(paragraph[end], StringComparison.Ordinal)))
            {
                end++;
            }

            yield return paragraph[at..end];
            at = end;
        }
    }

    private static bool IsTogether(char before, char next) =>
        char.IsLowSurrogate(next) || next == ' ' || (before != ' ' && before < '\u2E80' && next < '\u2E80');
}
