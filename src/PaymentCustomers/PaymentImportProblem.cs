namespace PaymentCustomers;

/// <summary>Something that is wrong with rows of a file.</summary>
/// <param name="Id">The id of the error that each of the rows gets.</param>
/// <param name="Message">What is wrong, in the file's own names, without any row's value.</param>
/// <param name="Count">How many rows it is wrong with.</param>
/// <param name="Rows">The first of them, numbered as a spreadsheet shows them: the header is row 1.</param>
public sealed record PaymentImportProblem(PaymentErrorId Id, string Message, long Count, IReadOnlyList<long> Rows);
