using ApprovalEngine.Workflow.Definitions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ApprovalEngine.Approval.Definitions;

/// <summary>A version of a flow definition. One of a definition is the latest, at most one is published: the database sees to it.</summary>
internal sealed class FlowVersion
{
    public int CentreId { get; init; }

    /// <summary>Elsa's id of one version.</summary>
    public required string Id { get; init; }

    public required string DefinitionId { get; init; }

    public int Version { get; init; }

    public required string Name { get; set; }

    /// <summary>What it is for, as the document says.</summary>
    public string? Description { get; set; }

    /// <summary>Whether the document marks it as the product's own, not to be listed among the centre's.</summary>
    public bool IsSystem { get; set; }

    /// <summary>Whether the document says that it is not to be edited.</summary>
    public bool IsReadonly { get; set; }

    /// <summary>The document's text as it was written.</summary>
    public required string Document { get; set; }

    public bool IsLatest { get; set; }

    public bool IsPublished { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public required string CreatedBy { get; init; }

    /// <summary>Who saved it last.</summary>
    public string? SavedBy { get; set; }

    /// <summary>When it was first published; from then on its document never changes, since cases may run on it.</summary>
    public DateTimeOffset? PublishedAt { get; set; }

    public string? PublishedBy { get; set; }

    /// <summary>Counts the saves of a draft: a save names the one it builds on.</summary>
    public int Revision { get; set; }

    public string? Note { get; set; }

    /// <summary>Takes over what is listed of the document.</summary>
    public void Describe(FlowDefinition flow)
    {
        Name = flow.Name;
        Description = flow.Description;
        IsSystem = flow.IsSystem;
        IsReadonly = flow.IsReadonly;
    }
}

internal sealed class FlowVersionMap : IEntityTypeConfiguration<FlowVersion>
{
    public void Configure(EntityTypeBuilder<FlowVersion> flow)
    {
        flow.ToTable("flow_definition").HasKey(f => new { f.CentreId, f.Id });
        flow.Property(f => f.Revision).HasDefaultValue(0).IsConcurrencyToken();
        flow.Property(f => f.IsSystem).HasDefaultValue(false);
        flow.Property(f => f.IsReadonly).HasDefaultValue(false);
        flow.HasIndex(f => new { f.CentreId, f.DefinitionId, f.Version }).IsUnique();
        flow.HasIndex(f => new { f.CentreId, f.DefinitionId }, "ux_flow_definition_latest").HasDatabaseName("ux_flow_definition_latest").IsUnique().HasFilter("is_latest");
        flow.HasIndex(f => new { f.CentreId, f.DefinitionId }, "ux_flow_definition_published").HasDatabaseName("ux_flow_definition_published").IsUnique().HasFilter("is_published");
        flow.HasIndex(f => new { f.CentreId, f.Name }, "ux_flow_definition_name").HasDatabaseName("ux_flow_definition_name").IsUnique().HasFilter("is_latest");
    }
}
