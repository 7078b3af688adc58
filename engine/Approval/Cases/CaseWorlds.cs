using ApprovalEngine.Approval.Catalogue;
using ApprovalEngine.Approval.Clocks;
using ApprovalEngine.Approval.Definitions;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Supervision;

namespace ApprovalEngine.Approval.Cases;

/// <summary>Puts together what a step knows, from the features' caches.</summary>
public sealed class CaseWorlds(OrgDirectory directory, CalendarStore calendars, FlowStore flows, ItemStore items)
{
    /// <summary>The world of a case.</summary>
    public async ValueTask<CaseWorld> ForAsync(CentreRow centre, CaseRecord row) => new()
    {
        // A closed case keeps the calendar it was closed under, and its explanation with it.
        Calendar = await calendars.Of(centre.CentreId, row.IsOpen || row.CalendarVersion == 0 ? centre.CalendarVersion : row.CalendarVersion),
        FormerCalendar = row.IsOpen && row.CalendarVersion > 0 && row.CalendarVersion < centre.CalendarVersion ? await calendars.Of(centre.CentreId, row.CalendarVersion) : null,
        Levels = LevelProfiles.Of(centre.LevelProfile),
        Directory = await directory.Of(centre.CentreId),
        Item = await items.Of(centre.CentreId, row.ItemId, row.ItemVersion),
        Flow = await flows.Compiled(centre.CentreId, row.DefinitionId, row.DefinitionVersion),
    };

    /// <summary>The world of a case that is about to begin, on the flow that is published for its item.</summary>
    /// <param name="centre">The centre.</param>
    /// <param name="itemCode">The item, in its current version.</param>
    /// <returns>The world and the flow's version.</returns>
    /// <exception cref="Errors.RuleBrokenException">The item has no published flow.</exception>
    public async ValueTask<(CaseWorld World, int FlowVersion)> ForNewAsync(CentreRow centre, string itemCode)
    {
        var item = await items.Of(centre.CentreId, itemCode);
        var version = await flows.PublishedVersion(centre.CentreId, item.DefinitionId)
            ?? throw new Errors.RuleBrokenException("FlowNotPublished", $"The flow '{item.DefinitionId}' of item '{item.Code}' is not published.", "item");
        return (new CaseWorld
        {
            Calendar = await calendars.Of(centre.CentreId, centre.CalendarVersion),
            Levels = LevelProfiles.Of(centre.LevelProfile),
            Directory = await directory.Of(centre.CentreId),
            Item = item,
            Flow = await flows.Compiled(centre.CentreId, item.DefinitionId, version),
        }, version);
    }
}
