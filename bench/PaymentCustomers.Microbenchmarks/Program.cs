using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Running;
using PaymentCustomers.Microbenchmarks;

// A short job unless another one is requested. It is enough to see the cost of each part of processing a row.
string[] arguments = args.Any(argument => argument is "--job" or "-j") ? args : [.. args, "--job", "short"];
var config = DefaultConfig.Instance
    .AddDiagnoser(MemoryDiagnoser.Default)
    .WithArtifactsPath(Path.Combine(Environment.CurrentDirectory, "out", "microbenchmarks"));
BenchmarkSwitcher.FromAssembly(typeof(Samples).Assembly).Run(arguments, config);
