using System.Text;
using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Approval.Elsa.Instances;

/// <summary>Ids of the tasks that are completed from outside: the instance, and the activity that waits.</summary>
internal static class InstanceTasks
{
    /// <summary>The id of a waiting place.</summary>
    public static string IdOf(Instance instance, Bookmark place) => $"{instance.Id}.{Convert.ToHexStringLower(Encoding.UTF8.GetBytes(place.ActivityId))}";

    /// <summary>The instance and the activity that an id names; null when it is none.</summary>
    public static (string InstanceId, string ActivityId)? Read(string taskId)
    {
        if (taskId.Split('.') is not [var instance, var activity])
        {
            return null;
        }

        try
        {
            return (instance, Encoding.UTF8.GetString(Convert.FromHexString(activity)));
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
