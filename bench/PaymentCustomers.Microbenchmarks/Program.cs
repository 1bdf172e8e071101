using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Running;
using PaymentCustomers.Microbenchmarks;

// Short unless another job is asked for: enough to see which piece of a row costs what.
string[] arguments = args.Any(argument => argument is "--job" or "-j") ? args : [.. args, "--job", "short"];
var config = DefaultConfig.Instance
    .AddDiagnoser(MemoryDiagnoser.Default)
    .WithArtifactsPath(Path.Combine(Environment.CurrentDirectory, "out", "microbenchmarks"));
BenchmarkSwitcher.FromAssembly(typeof(Samples).Assembly).Run(arguments, config);
