using ApprovalEngine.Approval.Catalogue;
using ApprovalEngine.Approval.Documents;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Cases;
using ApprovalEngine.Contracts.Organisation;
using ApprovalEngine.Workflow.Runtime;
using MediatR;

namespace ApprovalEngine.Approval.Cases;

internal sealed class ReceiveCaseHandler(CaseIntake intake, CaseWriter writer, Applicants applicants, ItemStore items, TimeProvider clock) : IRequestHandler<ReceiveCase, CaseMoved>
{
    public async Task<CaseMoved> Handle(ReceiveCase command, CancellationToken cancellationToken)
    {
        var (access, request) = (command.Access, command.Request);
        var key = IdempotencyKey.Bind(access.UserName, command.Key, nameof(ReceiveCase), request);
        var item = await items.Of(access.CentreId, request.Item, cancellationToken);
        var applicant = Named(request.Applicant);
        var reading = await intake.ReadAsync(access.CentreId, item, applicant, key, cancellationToken);
        if (reading.Known is { } known)
        {
            return known.For(key!);
        }

        var at = clock.GetUtcNow();
        var (world, flowVersion) = await intake.WorldAsync(item, reading);
        var place = Place.Of(request, world);
        RequireRight(access, place);
        ListedPapers.Require(world, request.Materials.Select(material => material.Code));
        var form = request.Form ?? [];
        FormCheck.Require((await items.Content(access.CentreId, item.ItemId, item.Version, cancellationToken)).Fields, form, world.Calendar.LocalDate(at));
        var applicantId = await applicants.FindOrAdd(access, applicant, place.Window ?? place.Unit, world.Calendar.LocalDate(at), reading.Applicant, cancellationToken);
        var session = await intake.BeginAsync(
            new NewCase
            {
                World = world,
                FlowVersion = flowVersion,
                ReceivedAt = at,
                Channel = Enum.Parse<Channel>(request.Channel),
                UnitId = place.Unit.UnitId,
                WindowId = place.Window?.UnitId,
                ApplicantId = applicantId,
                ApplicantKind = applicant.Kind,
                ApplicantName = applicant.Name.Trim(),
                ReceivedBy = access.UserName,
                ProjectNo = request.ProjectNo,
                Form = form,
            },
            cancellationToken);
        Refusals.Translated(() => session.Act(at, access.UserName, new Stimulus.Start(), CaseReceipt.Of(session, request.Materials)));
        PromisedPapers.Require(session, request.Materials, at);
        return await writer.SaveNewAsync(session, key, cancellationToken);
    }

    private static ApplicantRequest Named(CaseApplicant given) => new(Enum.Parse<ApplicantKind>(given.Kind), given.Name, given.Number, given.Phone, given.ExceptionReason);

    private static void RequireRight(Access access, Place place)
    {
        var at = place.Window ?? place.Unit;
        var isAgent = place.Window is { } window ? access.Reaches(Role.Agent, window) : access.Has(Role.Agent);
        if (!access.Reaches(Role.WindowClerk, at) && !isAgent && !access.Reaches(Role.System, at))
        {
            throw new ForbiddenException("IntakeNotYours", $"Taking in an application here needs the role WindowClerk at '{at.Code}' or above it, for a program the role System there, or the role Agent.");
        }
    }

    /// <summary>Where the case is handed in and who handles it.</summary>
    private sealed record Place(UnitEntry Unit, UnitEntry? Window)
    {
        public static Place Of(ReceiveCaseRequest request, CaseWorld world) => new(
            request.Unit is { } unit ? Known(world, unit, "unit") : UnitOf(world),
            request.Window is { } window ? WindowOf(Known(world, window, "window")) : null);

        private static UnitEntry UnitOf(CaseWorld world) =>
            world.Directory.Unit(world.Item.UnitId) is { IsActive: true } unit
                ? unit
                : throw new RuleBrokenException("UnitClosed", $"The unit that handles item '{world.Item.Code}' is closed; the item needs another one first.", "item");

        /// <summary>Figures count by window: what is no window is none.</summary>
        private static UnitEntry WindowOf(UnitEntry unit) =>
            unit.Kind == OrgUnitKind.Window ? unit : throw new RuleBrokenException("UnitNotAWindow", $"Unit '{unit.Code}' is not a window.", "window");

        private static UnitEntry Known(CaseWorld world, string code, string field) =>
            world.Directory.FindUnit(code) is { IsActive: true } unit ? unit : throw new RuleBrokenException("UnitUnknown", $"There is no active unit '{code}'.", field);
    }
}
