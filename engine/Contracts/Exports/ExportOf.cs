namespace ApprovalEngine.Contracts.Exports;

/// <summary>A list is to be taken out that hangs on more than an address can say.</summary>
/// <typeparam name="T">What it hangs on.</typeparam>
/// <param name="Of">What the list is asked for with.</param>
/// <param name="Export">As what it is taken out.</param>
public sealed record ExportOf<T>(T Of, ExportRequest Export);
