using System.Globalization;

namespace ApprovalEngine.Benchmarks;

/// <summary>Steps per second of the product beside bare SQL (way <c>rw-batch</c>) with so many workers.</summary>
internal sealed record StepGoal(int Workers)
{
    /// <summary>A step of the product may cost twice what PostgreSQL itself needs for its rows: rights, flow, clocks and hash chain are the rest.</summary>
    private const double LeastRatio = 0.5;

    public bool IsMet(double ratio) => ratio >= LeastRatio;

    public string Line(double bare, double product) => string.Create(
        CultureInfo.InvariantCulture,
        $"step, {Workers} worker{(Workers == 1 ? "" : "s")}: ratio {product / bare:0.00} (goal {LeastRatio:0.00}, {(IsMet(product / bare) ? "met" : "missed")}); product {product:0} steps/s, bare SQL {bare:0} steps/s");
}
