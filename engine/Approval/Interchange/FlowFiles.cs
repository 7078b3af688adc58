using System.Text;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Workflow.Definitions;

namespace ApprovalEngine.Approval.Interchange;

/// <summary>Reads what is handed in as definitions: JSON files and packed sets of them. What a file is, its content says, not its name or what the sender calls it.</summary>
internal sealed class FlowFiles
{
    /// <summary>Definitions of one import.</summary>
    public const int MaxDefinitions = 500;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly UnpackBudget budget = new();
    private readonly List<FlowFile> flows = [];
    private readonly List<string> ignored = [];
    private readonly List<Fault> faults = [];

    private FlowFiles()
    {
    }

    /// <summary>The definitions, in the order of the files.</summary>
    public IReadOnlyList<FlowFile> Flows => flows;

    /// <summary>Files of packed sets that are no definitions by their name.</summary>
    public IReadOnlyList<string> Ignored => ignored;

    /// <summary>Reads all of it.</summary>
    /// <exception cref="RuleBrokenException">Every file that cannot be read, with the place inside it; or there is none.</exception>
    public static FlowFiles Read(IEnumerable<UploadedFile> files)
    {
        var read = new FlowFiles();
        foreach (var file in files)
        {
            read.Add(file);
        }

        read.CheckSet();
        return read.faults.Count == 0 ? read : throw new RuleBrokenException(read.faults);
    }

    private void Add(UploadedFile file)
    {
        try
        {
            if (!PackedSet.IsOne(file))
            {
                AddDefinition(file);
                return;
            }

            var set = PackedSet.Open(file, budget);
            ignored.AddRange(set.Ignored);
            foreach (var packed in set.Files)
            {
                AddDefinition(packed);
            }
        }
        catch (RuleBrokenException broken)
        {
            faults.AddRange(broken.Faults);
        }
    }

    private void AddDefinition(UploadedFile file)
    {
        try
        {
            flows.Add(new FlowFile(file.Name, FlowDefinition.Parse(Text(file))));
        }
        catch (FlowFormatException fault)
        {
            faults.Add(new Fault("FlowFormat", fault.Message, $"{file.Name}: {fault.Path}"));
        }
        catch (RuleBrokenException broken)
        {
            faults.AddRange(broken.Faults);
        }
    }

    private static string Text(UploadedFile file)
    {
        if (file.Content.IsEmpty)
        {
            throw new RuleBrokenException("FileEmpty", "The file is empty.", file.Name);
        }

        try
        {
            return Strict.GetString(file.Content.Span);
        }
        catch (DecoderFallbackException)
        {
            throw new RuleBrokenException("FileTypeNotAllowed", "Neither JSON in UTF-8 nor a zipped set of such files.", file.Name);
        }
    }

    private void CheckSet()
    {
        if (flows.Count > MaxDefinitions)
        {
            faults.Add(new Fault("TooManyDefinitions", $"There are {flows.Count} definitions; at most {MaxDefinitions} come in at once."));
        }

        foreach (var twice in flows.Where(flow => flow.Definition.DefinitionId.Length > 0).GroupBy(flow => flow.Definition.DefinitionId).Where(group => group.Count() > 1))
        {
            var names = string.Join(", ", twice.Select(flow => flow.Name));
            faults.Add(new Fault("DefinitionTwice", $"The definition {twice.Key} stands in several files: {names}.", twice.Last().Name));
        }

        if (flows.Count == 0 && faults.Count == 0)
        {
            faults.Add(new Fault("NoDefinitions", "There is no definition in what was handed in."));
        }
    }
}
