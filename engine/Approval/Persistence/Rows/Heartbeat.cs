using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ApprovalEngine.Approval.Persistence.Rows;

/// <summary>When something that runs by itself last ran.</summary>
internal sealed class Heartbeat
{
    public required string Name { get; init; }

    public DateTimeOffset At { get; init; }

    public string? Detail { get; init; }
}

internal sealed class HeartbeatMap : IEntityTypeConfiguration<Heartbeat>
{
    public void Configure(EntityTypeBuilder<Heartbeat> beat) => beat.ToTable("heartbeat").HasKey(b => b.Name);
}
