using System.Text.Json;
using System.Text.Json.Nodes;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Definitions;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Contracts.Migrations;
using ApprovalEngine.Workflow.Migration;

namespace ApprovalEngine.Approval.Migrating;

/// <summary>Makes plans between versions that were published.</summary>
public sealed class MigrationPlans(FlowStore flows)
{
    /// <summary>The plan of a request; without a mapping the proposed one.</summary>
    /// <exception cref="NotFoundException">There is no such version, or it is a draft.</exception>
    public async Task<MigrationPlan> Of(int centreId, string definitionId, int from, int to, MappingText? mapping, CancellationToken cancel)
    {
        if (from == to)
        {
            throw new RuleBrokenException("MigrationToItself", "The cases run on this version already.", "to");
        }

        var (left, entered) = (await flows.Compiled(centreId, definitionId, from, cancel), await flows.Compiled(centreId, definitionId, to, cancel));
        return new MigrationPlan(left, entered, mapping is null ? MigrationProposal.Mapping(MigrationProposal.Of(left, entered)) : MappingForm.Read(mapping));
    }

    /// <summary>The plan that a row of a case's trail (CaseMigrated) tells of, and the version entered: a replay goes on with it.</summary>
    public async Task<(MigrationPlan Plan, int Version)> Of(int centreId, string definitionId, JsonObject details, CancellationToken cancel)
    {
        var to = (int)details["to"]!;
        return (await Of(centreId, definitionId, (int)details["from"]!, to, details["mapping"].Deserialize<MappingText>(StepPayload.Json), cancel), to);
    }

    /// <summary>Refuses a plan that can move no case.</summary>
    /// <exception cref="RuleBrokenException">With every fault and its place.</exception>
    internal static void Require(MigrationPlan plan)
    {
        if (!plan.Faults.IsEmpty)
        {
            throw new RuleBrokenException([.. plan.Faults.Select(fault => new Fault(fault.Code, fault.Message, fault.Where))]);
        }
    }
}
