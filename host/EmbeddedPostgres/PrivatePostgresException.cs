namespace ApprovalEngine.Host.EmbeddedPostgres;

/// <summary>The private PostgreSQL cannot be used; the message is one sentence for the person who started the program.</summary>
public sealed class PrivatePostgresException : Exception
{
    /// <summary>Creates the error without a sentence.</summary>
    public PrivatePostgresException()
    {
    }

    /// <summary>Creates the error with its sentence.</summary>
    public PrivatePostgresException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the error with its sentence and what caused it.</summary>
    public PrivatePostgresException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
