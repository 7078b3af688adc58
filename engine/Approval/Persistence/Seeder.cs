using System.Security.Cryptography;
using ApprovalEngine.Approval.Catalogue;
using ApprovalEngine.Approval.Clocks;
using ApprovalEngine.Approval.Definitions;
using ApprovalEngine.Approval.Organisation;
using MediatR;
using Microsoft.AspNetCore.Identity;

namespace ApprovalEngine.Approval.Persistence;

/// <summary>Brings what is shipped into the database, all or nothing: a new installation gets everything, a later one the new years.</summary>
internal sealed class Seeder(SetupOptions options, TimeProvider time, ILookupNormalizer normalizer, IPasswordHasher<User> hasher, IMediator mediator)
{
    private const int PasswordLength = 16;

    /// <summary>Without characters that are mistaken for each other when read from a terminal.</summary>
    private const string PasswordLetters = "abcdefghijkmnpqrstuvwxyzACDEFGHJKLMNPQRTUVWXY34679";

    public async Task<SetupReport> Run(ApprovalDbContext context, IProgress<string>? progress, CancellationToken cancel)
    {
        var shipped = new ShippedData(options.ShippedData);
        if (!shipped.Has(OrganisationFile.Name))
        {
            return new SetupReport();
        }

        await using var transaction = await context.Database.BeginTransactionAsync(cancel);
        var report = await SeedCentre(context, shipped, progress, cancel);
        var years = shipped.FilesOf("calendars").Select(file => shipped.Read<ShippedYear>(file)).ToList();
        var published = await new CalendarSeed(context, time).Run(years, cancel);
        await transaction.CommitAsync(cancel);
        foreach (var calendar in published)
        {
            await mediator.Publish(calendar, cancel);
        }

        return report;
    }

    private async Task<SetupReport> SeedCentre(ApprovalDbContext context, ShippedData shipped, IProgress<string>? progress, CancellationToken cancel)
    {
        var adminPassword = options.AdminPassword ?? RandomNumberGenerator.GetString(PasswordLetters, PasswordLength);
        var demoPassword = options.DemoPassword ?? RandomNumberGenerator.GetString(PasswordLetters, PasswordLength);
        var file = shipped.Read<OrganisationFile>(OrganisationFile.Name);
        if (await new OrganisationSeed(context, normalizer, hasher).Run(file, adminPassword, demoPassword, cancel) is not { } centre)
        {
            return new SetupReport();
        }

        progress?.Report($"Setting up the centre {file.Centre.Name.En}.");
        new CalendarSeed(context, time).AddHours(centre, file);
        await new FlowSeed(context, time).Run(centre, shipped.FilesOf("flows"), cancel);
        await new CatalogueSeed(context, time).Run(centre, shipped.Read<CatalogueFile>(CatalogueFile.Name), cancel);
        return new SetupReport(options.AdminPassword is null ? adminPassword : null, options.DemoPassword is null ? demoPassword : null);
    }
}
