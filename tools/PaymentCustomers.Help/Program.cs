using PaymentCustomers.Help;

var root = Directory.GetCurrentDirectory();
while (!File.Exists(Path.Combine(root, "PaymentCustomers.sln")))
{
    if (Path.GetDirectoryName(root) is not { } parent)
    {
        Console.Error.WriteLine("Run this inside the repository.");
        return 1;
    }

    root = parent;
}

var (files, problems) = HelpBuilder.Build(root);
foreach (var problem in problems)
    Console.Error.WriteLine(problem);
if (problems.Count > 0)
    return 1;

foreach (var folder in HelpLanguage.All.Select(language => Path.Combine(root, HelpBuilder.HelpFolder(language))).Where(Directory.Exists))
    Directory.Delete(folder, recursive: true);
foreach (var (path, text) in files)
{
    Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(root, path))!);
    File.WriteAllText(Path.Combine(root, path), text);
    Console.WriteLine(path);
}

return 0;
