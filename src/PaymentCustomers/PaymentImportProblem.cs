namespace PaymentCustomers;

/// <summary>A problem that rows of a file have in common.</summary>
/// <param name="Id">The error id that each of these rows gets.</param>
/// <param name="Message">What is wrong, in the file's own column names and without the value of any row.</param>
/// <param name="Count">The number of rows with this problem.</param>
/// <param name="Rows">The first of these rows, numbered as a spreadsheet shows them: the header is row 1.</param>
public sealed record PaymentImportProblem(PaymentErrorId Id, string Message, long Count, IReadOnlyList<long> Rows);
