using ApprovalEngine.AdminUi.Resources;
using ApprovalEngine.AdminUi.Shell;
using ApprovalEngine.Contracts;
using ApprovalEngine.Contracts.Audit;

namespace ApprovalEngine.AdminUi.Administration;

/// <summary>What the particulars of acts are called in the office.</summary>
internal sealed class ParticularWords(Session session, Texts texts) : IParticularWords
{
    public string? Find(string key) => texts.Find(key);

    public string Person(string userName) => session.Name(userName);

    public string Unit(string code) => session.Unit(code);

    public string Item(string code) => session.Item(code);

    public string Say(LocalText text) => Session.Say(text);

    public string At(DateTimeOffset at) => session.At(at);
}
