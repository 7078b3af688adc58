using ApprovalEngine.AdminUi.Resources;
using ApprovalEngine.AdminUi.Shell;
using ApprovalEngine.Contracts;
using ApprovalEngine.Contracts.Audit;
using ApprovalEngine.Contracts.Organisation;

namespace ApprovalEngine.AdminUi.Administration;

/// <summary>What the particulars of acts are called in the office.</summary>
/// <param name="session">Names of people, units and items.</param>
/// <param name="texts">The person's language.</param>
/// <param name="posts">Names of posts.</param>
internal sealed class ParticularWords(Session session, Texts texts, IReadOnlyList<PostView> posts) : IParticularWords
{
    public string? Find(string key) => texts.Find(key);

    public string Person(string userName) => session.Name(userName);

    public string Unit(string code) => session.Unit(code);

    public string Post(string code) => posts.FirstOrDefault(post => post.Code == code) is { } known ? Session.Say(known.Name) : code;

    public string Item(string code) => session.Item(code);

    public string Say(LocalText text) => Session.Say(text);

    public string At(DateTimeOffset at) => session.At(at);
}
