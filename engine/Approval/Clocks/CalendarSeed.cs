using System.Text.Json;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Approval.Persistence.Rows;
using Microsoft.EntityFrameworkCore;

namespace ApprovalEngine.Approval.Clocks;

/// <summary>Gives every centre the shipped years that it does not have yet; a year that the centre has published itself is never touched.</summary>
internal sealed class CalendarSeed(ApprovalDbContext context, TimeProvider time)
{
    private const string Actor = "system/setup";

    /// <returns>What is published in centres that worked with fewer years until now: their open cases may get their due moments.</returns>
    public async Task<IReadOnlyList<CalendarPublished>> Run(IReadOnlyList<ShippedYear> shipped, CancellationToken cancel)
    {
        var published = new List<CalendarPublished>();
        foreach (var centre in await context.Set<Centre>().ToListAsync(cancel))
        {
            var known = await context.Set<CalendarYearRow>().Where(row => row.CentreId == centre.CentreId).Select(row => row.Year).Distinct().ToListAsync(cancel);
            var missing = shipped.Where(year => !known.Contains(year.Year)).ToList();
            if (missing.Count > 0)
            {
                centre.CalendarVersion++;
                context.AddRange(missing.Select(year => Row(centre, year)));
                if (known.Count > 0)
                {
                    context.Add(new CalendarPassRow { CentreId = centre.CentreId, Version = centre.CalendarVersion, PublishedAt = time.GetUtcNow() });
                    published.Add(new CalendarPublished(centre.CentreId, centre.CalendarVersion, Actor));
                }
            }
        }

        await context.SaveChangesAsync(cancel);
        return published;
    }

    /// <summary>The office hours of a new centre belong to its first version.</summary>
    public void AddHours(Centre centre, OrganisationFile file) =>
        context.AddRange(file.Centre.OfficeHours.Select(hours => new OfficeHoursRow { CentreId = centre.CentreId, FromOn = hours.From, Version = 1, Opens = hours.Opens, Closes = hours.Closes }));

    private CalendarYearRow Row(Centre centre, ShippedYear year) => new()
    {
        CentreId = centre.CentreId,
        Year = year.Year,
        Version = centre.CalendarVersion,
        Days = JsonSerializer.Serialize(year.Days, JsonText.Options),
        Sources = JsonSerializer.Serialize(year.Sources, JsonText.Options),
        PublishedAt = time.GetUtcNow(),
        PublishedBy = Actor,
    };
}
