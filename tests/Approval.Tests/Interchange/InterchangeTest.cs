using System.IO.Compression;
using System.Text;
using ApprovalEngine.Approval.Definitions;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Interchange;
using ApprovalEngine.Contracts.Definitions;

namespace Approval.Tests.Interchange;

/// <summary>Base of tests that hand in files as the administrator would.</summary>
public abstract class InterchangeTest(PostgresServer server) : CentreTest(server)
{
    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected static string Flow(string id, string name, string activity = """{ "id": "a", "type": "Elsa.WriteLine", "version": 1 }""") =>
        $$"""{ "id": "v-{{id}}", "definitionId": "{{id}}", "name": "{{name}}", "version": 4, "kept": [1.50, null], "root": { "id": "flow", "type": "Elsa.Flowchart", "version": 1, "activities": [ {{activity}} ], "connections": [] } }""";

    protected static UploadedFile File(string name, string text) => new(name, Encoding.UTF8.GetBytes(text));

    protected static UploadedFile Zip(string name, params (string Entry, string Text)[] entries)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (entry, text) in entries)
            {
                using var writer = new StreamWriter(archive.CreateEntry(entry).Open());
                writer.Write(text);
            }
        }

        return new UploadedFile(name, stream.ToArray());
    }

    protected Task<FlowImportReport> Import(params UploadedFile[] files) => Send(new ImportFlows(Admin, files));

    protected async Task<RuleBrokenException> Refused(params UploadedFile[] files)
    {
        var before = await Everything();
        var refusal = await FluentActions.Awaiting(() => Import(files)).Should().ThrowAsync<RuleBrokenException>();
        (await Everything()).Should().Equal(before, "nothing is half imported");
        return refusal.Which;
    }

    /// <summary>What all definitions are: id, version, revision and name of each.</summary>
    protected async Task<IReadOnlyList<string>> Everything() =>
        [.. (await Send(new ListFlows(Admin, null, 1_000))).Items.Select(flow => $"{flow.DefinitionId} {flow.Version} {flow.Revision} {flow.Name} {flow.IsPublished}")];
}
