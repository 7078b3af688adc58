using System.Xml;

namespace ApprovalEngine.Approval.Caseload;

/// <summary>Logs in XES (IEEE 1849): traces with events, each with typed attributes. A trace's attributes are named with <c>case:</c> before their key.</summary>
internal static class XesLog
{
    public static LogFile Read(Stream stream)
    {
        var rows = new List<LogRow>();
        // No document type, no entities: a log is data from outside.
        using var xml = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreWhitespace = true, IgnoreComments = true });
        try
        {
            if (!xml.ReadToFollowing("log"))
            {
                throw new CaseloadException(null, "An XES file begins with the element 'log'.");
            }

            while (xml.ReadToFollowing("trace"))
            {
                ReadTrace(xml, rows);
            }
        }
        catch (XmlException fault)
        {
            throw new CaseloadException(fault.LineNumber, $"The XES file is broken: {fault.Message}");
        }

        return new LogFile([.. rows.SelectMany(row => row.Values.Keys).Distinct()], [.. rows], []);
    }

    private static void ReadTrace(XmlReader xml, List<LogRow> rows)
    {
        var ofCase = new Dictionary<string, string>(StringComparer.Ordinal);
        var events = new List<LogRow>();
        using var trace = xml.ReadSubtree();
        trace.Read();
        while (trace.Read())
        {
            if (trace is { NodeType: XmlNodeType.Element, Depth: 1, LocalName: "event" })
            {
                var line = (xml as IXmlLineInfo)?.LineNumber ?? 0;
                events.Add(new LogRow(line, ReadEvent(trace)));
            }
            else if (trace is { NodeType: XmlNodeType.Element, Depth: 1 } && trace.GetAttribute("key") is { } key && trace.GetAttribute("value") is { } value)
            {
                ofCase["case:" + key] = value;
            }
        }

        rows.AddRange(events.Select(row => row with { Values = ofCase.Concat(row.Values).ToDictionary(pair => pair.Key, pair => pair.Value) }));
    }

    private static Dictionary<string, string> ReadEvent(XmlReader trace)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        using var inside = trace.ReadSubtree();
        inside.Read();
        while (inside.Read())
        {
            // Nested attributes only describe their parents.
            if (inside is { NodeType: XmlNodeType.Element, Depth: 1 } && inside.GetAttribute("key") is { } key && inside.GetAttribute("value") is { } value)
            {
                values[key] = value;
            }
        }

        return values;
    }
}
