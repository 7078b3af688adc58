using ApprovalEngine.Approval.Catalogue;
using ApprovalEngine.Approval.Clocks;
using ApprovalEngine.Approval.Definitions;
using ApprovalEngine.Approval.Organisation;

namespace ApprovalEngine.Approval.Cases;

/// <summary>Puts together what a step knows, from the features' caches.</summary>
public sealed class CaseWorlds(OrgDirectory directory, CalendarStore calendars, FlowStore flows, ItemStore items)
{
    /// <summary>The world of a case.</summary>
    public async ValueTask<CaseWorld> ForAsync(CentreRow centre, CaseRecord row)
    {
        var item = await items.Of(centre.CentreId, row.ItemId, row.ItemVersion);
        var known = await directory.Of(centre);
        return new()
        {
            // A closed case keeps the calendar it was closed under, and its explanation with it.
            Calendar = await calendars.Of(centre.CentreId, row.IsOpen || row.CalendarVersion == 0 ? centre.CalendarVersion : row.CalendarVersion),
            FormerCalendar = row.IsOpen && row.CalendarVersion > 0 && row.CalendarVersion < centre.CalendarVersion ? await calendars.Of(centre.CentreId, row.CalendarVersion) : null,
            Levels = known.LevelsOf(item.LevelProfile, centre.LevelProfile),
            Directory = known,
            Item = item,
            Content = await items.Content(centre.CentreId, row.ItemId, row.ItemVersion),
            Flow = await flows.Compiled(centre.CentreId, row.DefinitionId, row.DefinitionVersion),
        };
    }

    /// <summary>The world of a case that is about to begin.</summary>
    /// <param name="centre">The centre.</param>
    /// <param name="item">What is applied for, in its current version.</param>
    /// <param name="flowVersion">The version of its flow that is published.</param>
    public async ValueTask<CaseWorld> ForNewAsync(CentreRow centre, ItemEntry item, int flowVersion)
    {
        var known = await directory.Of(centre);
        return new()
        {
            Calendar = await calendars.Of(centre.CentreId, centre.CalendarVersion),
            Levels = known.LevelsOf(item.LevelProfile, centre.LevelProfile),
            Directory = known,
            Item = item,
            Content = await items.Content(centre.CentreId, item.ItemId, item.Version),
            Flow = await flows.Compiled(centre.CentreId, item.DefinitionId, flowVersion),
        };
    }
}
