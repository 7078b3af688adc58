using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Workflow.Activities.Approval;

/// <summary>What the holder of a document checks it by: twelve letters and digits that look alike to nobody.</summary>
internal static class VerificationCode
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>Follows from the step's seed, the instance and the document's number within it.</summary>
    public static string Of(FlowContext context, int document)
    {
        var id = Encoding.UTF8.GetBytes(context.InstanceId);
        var source = new byte[id.Length + 12];
        id.CopyTo(source, 0);
        BinaryPrimitives.WriteUInt64BigEndian(source.AsSpan(id.Length), context.Seed);
        BinaryPrimitives.WriteInt32BigEndian(source.AsSpan(id.Length + 8), document);
        return string.Concat(SHA256.HashData(source).Take(12).Select(value => Alphabet[value % Alphabet.Length]));
    }
}
