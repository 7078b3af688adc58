using ApprovalEngine.Approval.Definitions;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Migrations;
using ApprovalEngine.Workflow.Migration;
using MediatR;

namespace ApprovalEngine.Approval.Migrating;

/// <summary>What a migration would do to all running cases of a version together; changes nothing.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="DefinitionId">The flow.</param>
/// <param name="Request">What would be done.</param>
public sealed record SummariseMigration(Access Access, string DefinitionId, MigrationRequest Request) : IRequest<MigrationSummaryView>;

internal sealed class SummariseMigrationHandler(OrgDirectory directory, MigrationPlans plans, OpenCases cases) : IRequestHandler<SummariseMigration, MigrationSummaryView>
{
    public async Task<MigrationSummaryView> Handle(SummariseMigration request, CancellationToken cancellationToken)
    {
        var (access, definitionId, asked) = request;
        await directory.RequireFlowEditor(access, cancellationToken);
        var plan = await plans.Of(access.CentreId, definitionId, asked.From, asked.To, asked.Mapping, cancellationToken);
        MigrationPlans.Require(plan);
        var tally = new Tally();
        await foreach (var (row, preview) in cases.PreviewAsync(access.CentreId, definitionId, asked.From, plan, Guid.Empty, null, cancellationToken))
        {
            tally.Add(row.CaseNo, preview);
        }

        return tally.View();
    }

    private sealed class Tally
    {
        private readonly Dictionary<string, int> tasks = [];
        private readonly Dictionary<string, int> timers = [];
        private readonly Dictionary<MigrationFault, (int Count, string Example)> faults = [];
        private int cases;
        private int movable;
        private int dueMoved;

        public void Add(string caseNo, MigrationPreview preview)
        {
            cases++;
            if (preview.Faults is [var fault, ..])
            {
                faults[fault] = faults.TryGetValue(fault, out var known) ? (known.Count + 1, known.Example) : (1, caseNo);
                return;
            }

            movable++;
            dueMoved += preview.Due.Before != preview.Due.After || preview.LegalDue.Before != preview.LegalDue.After ? 1 : 0;
            Count(tasks, preview.Tasks.Select(task => task.Fate));
            Count(timers, preview.Timers.Select(timer => timer.Fate));
        }

        public MigrationSummaryView View() => new(
            cases, movable, tasks, timers, dueMoved,
            [.. faults.OrderByDescending(pair => pair.Value.Count).Select(pair => new SkippedCases(pair.Key.Code, pair.Key.Where, pair.Key.Message, pair.Value.Count, pair.Value.Example))]);

        private static void Count(Dictionary<string, int> counts, IEnumerable<MigrationFate> fates)
        {
            foreach (var fate in fates)
            {
                counts[fate.ToString()] = counts.GetValueOrDefault(fate.ToString()) + 1;
            }
        }
    }
}
