using k8s;
using k8s.Models;
using PaymentCustomers.Tests.CommandLine;

namespace PaymentCustomers.Tests.Samples;

/// <summary>Tests of the Kubernetes samples. They are read strictly with the types of the published API, which refuse unknown
/// members. Their commands run as the container would run them.</summary>
public sealed class KubernetesTests : CommandLineTest
{
    private const string Part = "$(JOB_COMPLETION_INDEX)";

    public static TheoryData<string> Names => ["job.yaml", "cronjob.yaml", "indexed-job.yaml", "indexed-job-postgresql.yaml"];

    /// <summary>The samples without a database. SharedJournal.Tests.ps1 tests the other one.</summary>
    public static TheoryData<string> Alone => ["job.yaml", "cronjob.yaml", "indexed-job.yaml"];

    [Fact]
    public void Every_sample_is_tested() => Assert.Equal(
        Names.Select(name => name.Data).Order(StringComparer.Ordinal),
        Directory.GetFiles(PathOfSample(""), "*.yaml").Select(Path.GetFileName).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_sample_is_valid_for_the_api_and_runs_without_special_rights(string name)
    {
        var pod = JobOf(name).Template.Spec;
        var container = Assert.Single(pod.Containers);

        Assert.Equal("Never", pod.RestartPolicy);
        Assert.False(pod.AutomountServiceAccountToken);
        Assert.True(pod.SecurityContext.RunAsNonRoot);
        Assert.Equal(1654, pod.SecurityContext.RunAsUser);
        Assert.Equal("RuntimeDefault", pod.SecurityContext.SeccompProfile.Type);
        Assert.True(container.SecurityContext.ReadOnlyRootFilesystem);
        Assert.False(container.SecurityContext.AllowPrivilegeEscalation);
        Assert.Equal(["ALL"], container.SecurityContext.Capabilities.Drop);
        Assert.All(container.VolumeMounts, mount => Assert.Contains(pod.Volumes, volume => volume.Name == mount.Name));
        // A key in an argument could be read by anyone who can see the pod.
        Assert.Null(container.Env);
        Assert.Equal("onepay", Assert.Single(container.EnvFrom).SecretRef.Name);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_job_is_run_again_after_a_stop_but_not_after_failed_rows(string name)
    {
        var rule = Assert.Single(JobOf(name).PodFailurePolicy.Rules);

        Assert.Equal(name.StartsWith("indexed", StringComparison.Ordinal) ? "FailIndex" : "FailJob", rule.Action);
        Assert.Equal("In", rule.OnExitCodes.OperatorProperty);
        Assert.Equal([1, 2], rule.OnExitCodes.Values);
        Assert.Equal("import", rule.OnExitCodes.ContainerName);
    }

    [Theory]
    [MemberData(nameof(Alone))]
    public async Task The_command_of_a_sample_imports_a_file_of_its_volume(string name)
    {
        Save("customers.csv", Header, Ana, BadEmail);
        var container = JobOf(name).Template.Spec.Containers[0];
        var parts = JobOf(name).Completions ?? 1;

        for (var again = 0; again < 2; again++)
        {
            var runs = new List<Run>();
            for (var part = 0; part < parts; part++)
                runs.Add(await RunAsync([.. container.Args.Select(argument => Expand(argument, part)), "--base-uri", Emulator.Address.AbsoluteUri]));

            // One of the two rows is created, and the other one fails. The shards share the rows. The journals are on the volume,
            // so that no customer is created twice.
            Assert.Equal(1, runs.Max(run => run.ExitCode));
            Assert.Single(runs, run => run.Output.Contains("Created           1\n", StringComparison.Ordinal));
            Assert.Equal(1, Emulator.Store.OnePayCount);
            Assert.Contains("nobody", string.Concat(Directory.GetFiles(PathOf(""), "*.rejects.csv").Select(File.ReadAllText)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_member_that_the_api_does_not_have_is_refused() => Assert.ThrowsAny<Exception>(() =>
        KubernetesYaml.Deserialize<V1Job>(File.ReadAllText(PathOfSample("job.yaml")).Replace("backoffLimit:", "backofLimit:", StringComparison.Ordinal), strict: true));

    private string Expand(string argument, int part) => argument.Replace("/data/", PathOf("") + "/", StringComparison.Ordinal).Replace(Part, $"{part}", StringComparison.Ordinal);

    private static V1JobSpec JobOf(string name)
    {
        var text = File.ReadAllText(PathOfSample(name));
        return name == "cronjob.yaml"
            ? KubernetesYaml.Deserialize<V1CronJob>(text, strict: true).Spec.JobTemplate.Spec
            : KubernetesYaml.Deserialize<V1Job>(text, strict: true).Spec;
    }

    private static string PathOfSample(string name) => Path.Combine(Repository.Root, "samples", "kubernetes", name);
}
